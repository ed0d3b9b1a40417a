import { actualHeaders, preflightHeaders } from '../handler-headers.ts';
import {
  allowsAny,
  type HandlerLanguage,
  type PlainHandler,
  plainWords,
  type RestHandler,
} from './handler.ts';
import { goString } from './string-literals.ts';

export const go: HandlerLanguage = {
  target: 'go',
  language: 'go',
  name: 'Go',
  place:
    '// main.go, Handler: bootstrap, Runtime: provided.al2023\n// Needs Go 1.21 or later and github.com/aws/aws-lambda-go.',
  rest,
  plain,
};

function rest(handler: RestHandler): string {
  const any = allowsAny(handler.policy);
  const list = handler.policy.origins.map(goString).join(', ');
  const options = `	if event.HTTPMethod == "OPTIONS" {
		return events.APIGatewayProxyResponse{StatusCode: 204, Headers: cors}, nil
	}
`;
  return `package main

import (
	"context"
	"encoding/json"
	"log"
${any ? '' : '\t"slices"\n'}
	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

${any ? '' : `var allowedOrigins = []string{${list}}\n\n`}func main() {
	lambda.Start(handler)
}

func handler(ctx context.Context, event events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	cors := corsHeaders(event)
${handler.answersPreflight ? options : ''}	response := answer(ctx, event)
	if response.Headers == nil {
		response.Headers = map[string]string{}
	}
	for name, value := range cors {
		response.Headers[name] = value
	}
	return response, nil
}

// The gateway would answer an error or a panic without CORS headers.
func answer(ctx context.Context, event events.APIGatewayProxyRequest) (response events.APIGatewayProxyResponse) {
	defer func() {
		if failure := recover(); failure != nil {
			log.Print(failure)
			response = jsonResponse(500, map[string]string{"message": "Internal server error"})
		}
	}()
	response, err := work(ctx, event)
	if err != nil {
		panic(err)
	}
	return response
}

// Your code, without CORS headers or Vary of its own.
func work(ctx context.Context, event events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	return jsonResponse(200, map[string]string{"message": "hello world"}), nil
}

func jsonResponse(status int, value any) events.APIGatewayProxyResponse {
	body, err := json.Marshal(value)
	if err != nil {
		panic(err)
	}
	headers := map[string]string{"Content-Type": "application/json"}
	return events.APIGatewayProxyResponse{StatusCode: status, Headers: headers, Body: string(body)}
}

func corsHeaders(event events.APIGatewayProxyRequest) map[string]string {
${any ? '' : listed}${headersOf(handler, any)}}
${any ? '' : originOf}`;
}

const listed = `	origin := originOf(event)
	if !slices.Contains(allowedOrigins, origin) {
		return map[string]string{"Vary": "Origin"}
	}
`;

const originOf = `
// REST API events keep the client's header case, so both spellings are read.
func originOf(event events.APIGatewayProxyRequest) string {
	for _, name := range []string{"origin", "Origin"} {
		if value, found := event.Headers[name]; found {
			return value
		}
		if values := event.MultiValueHeaders[name]; len(values) > 0 {
			return values[0]
		}
	}
	return ""
}
`;

function headersOf({ policy, answersPreflight }: RestHandler, any: boolean): string {
  const always = [
    ['Access-Control-Allow-Origin', any ? '"*"' : 'origin'] as const,
    ...actualHeaders(policy).map(([name, value]) => [name, goString(value)] as const),
    ...(any ? [] : [['Vary', '"Origin"'] as const]),
  ];
  const width = Math.max(...always.map(([name]) => name.length)) + 4;
  const entries = always.map(([name, value]) => `\t\t${`"${name}":`.padEnd(width)}${value},\n`).join('');
  const asked = (answersPreflight ? preflightHeaders(policy) : []).map(
    ([name, value]) => `\t\theaders[${goString(name)}] = ${goString(value)}\n`,
  );
  const preflight = asked.length === 0 ? '' : `\tif event.HTTPMethod == "OPTIONS" {\n${asked.join('')}\t}\n`;
  return `\theaders := map[string]string{\n${entries}\t}\n${preflight}\treturn headers\n`;
}

function plain({ gateway, answersPreflight }: PlainHandler): string {
  const { reason, withStatus, withoutStatus } = plainWords[gateway];
  const options = answersPreflight
    ? '\tif event.method() == "OPTIONS" {\n\t\treturn response{StatusCode: 204}, nil\n\t}\n'
    : '';
  return `package main

import (
	"context"
	"encoding/json"

	"github.com/aws/aws-lambda-go/lambda"
)

// ${reason}

func main() {
	lambda.Start(handler)
}

${answersPreflight ? methodOf : 'type request = map[string]any\n'}
type response struct {
	StatusCode int               \`json:"statusCode"\`
	Headers    map[string]string \`json:"headers,omitempty"\`
	Body       string            \`json:"body,omitempty"\`
}

// ${withStatus}
func handler(ctx context.Context, event request) (response, error) {
${options}	body, err := json.Marshal(map[string]string{"message": "hello world"})
	headers := map[string]string{"Content-Type": "application/json"}
	return response{StatusCode: 200, Headers: headers, Body: string(body)}, err
}

// ${withoutStatus}
func handlerWithoutStatus(ctx context.Context, event request) (any, error) {
${options}	return map[string]string{"message": "hello world"}, nil
}
`;
}

const methodOf = `// For an OPTIONS route of your own; payload 1.0 has the method in httpMethod, 2.0 in requestContext.
type request struct {
	HTTPMethod     string \`json:"httpMethod"\`
	RequestContext struct {
		HTTP struct {
			Method string \`json:"method"\`
		} \`json:"http"\`
	} \`json:"requestContext"\`
}

func (event request) method() string {
	if event.HTTPMethod != "" {
		return event.HTTPMethod
	}
	return event.RequestContext.HTTP.Method
}
`;
