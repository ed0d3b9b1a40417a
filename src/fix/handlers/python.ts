import { actualHeaders, preflightHeaders } from '../handler-headers.ts';
import {
  allowsAny,
  type HandlerLanguage,
  type PlainHandler,
  plainWords,
  type RestHandler,
} from './handler.ts';
import { pythonString } from './string-literals.ts';

export const python: HandlerLanguage = {
  target: 'python',
  language: 'python',
  name: 'Python',
  place: '# app.py, Handler: app.lambda_handler',
  rest,
  plain,
};

function rest(handler: RestHandler): string {
  const { policy, answersPreflight } = handler;
  const any = allowsAny(policy);
  const list = `ALLOWED_ORIGINS = [${policy.origins.map(pythonString).join(', ')}]\n\n\n`;
  const options = `    if event["httpMethod"] == "OPTIONS":
        return {"statusCode": 204, "headers": cors, "body": ""}
`;
  return `import json
import traceback

${any ? '\n' : list}def lambda_handler(event, context):
    cors = cors_headers(event)
${answersPreflight ? options : ''}    try:
        return with_headers(work(event), cors)
    except Exception:
        # The gateway would answer an exception without CORS headers.
        traceback.print_exc()
        return with_headers(json_response(500, {"message": "Internal server error"}), cors)


def work(event):
    # Your code, without CORS headers or Vary of its own.
    return json_response(200, {"message": "hello world"})


def json_response(status, body):
    return {
        "statusCode": status,
        "headers": {"Content-Type": "application/json"},
        "body": json.dumps(body),
    }


def with_headers(response, headers):
    return {**response, "headers": {**(response.get("headers") or {}), **headers}}


def cors_headers(event):
${any ? '' : '    origin = origin_of(event)\n    if origin not in ALLOWED_ORIGINS:\n        return {"Vary": "Origin"}\n'}${headersOf(handler, any)}${any ? '' : originOf}`;
}

const originOf = `

def origin_of(event):
    # REST API events keep the client's header case, so both spellings are read.
    headers = event.get("headers") or {}
    many = event.get("multiValueHeaders") or {}
    values = many.get("origin") or many.get("Origin") or [None]
    return headers.get("origin") or headers.get("Origin") or values[0]
`;

function headersOf({ policy, answersPreflight }: RestHandler, any: boolean): string {
  const always = [
    `        "Access-Control-Allow-Origin": ${any ? '"*"' : 'origin'},`,
    ...actualHeaders(policy).map(([name, value]) => `        ${pythonString(name)}: ${pythonString(value)},`),
    ...(any ? [] : ['        "Vary": "Origin",']),
  ];
  const asked = (answersPreflight ? preflightHeaders(policy) : []).map(
    ([name, value]) => `        headers[${pythonString(name)}] = ${pythonString(value)}`,
  );
  const preflight =
    asked.length === 0 ? '' : `    if event["httpMethod"] == "OPTIONS":\n${asked.join('\n')}\n`;
  return `    headers = {\n${always.join('\n')}\n    }\n${preflight}    return headers\n`;
}

function plain({ gateway, answersPreflight }: PlainHandler): string {
  const { reason, withStatus, withoutStatus } = plainWords[gateway];
  const options = answersPreflight
    ? '    if method_of(event) == "OPTIONS":\n        return {"statusCode": 204}\n'
    : '';
  return `import json

# ${reason}


# ${withStatus}
def lambda_handler(event, context):
${options}    return {
        "statusCode": 200,
        "headers": {"Content-Type": "application/json"},
        "body": json.dumps({"message": "hello world"}),
    }


# ${withoutStatus}
def lambda_handler_without_status(event, context):
${options}    return {"message": "hello world"}
${answersPreflight ? methodOf : ''}`;
}

const methodOf = `

def method_of(event):
    # For an OPTIONS route of your own; payload 1.0 has the method in httpMethod, 2.0 in requestContext.
    return event.get("httpMethod") or event["requestContext"]["http"]["method"]
`;
