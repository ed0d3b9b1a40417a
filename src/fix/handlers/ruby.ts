import { actualHeaders, preflightHeaders } from '../handler-headers.ts';
import {
  allowsAny,
  type HandlerLanguage,
  type PlainHandler,
  plainWords,
  type RestHandler,
} from './handler.ts';
import { rubyString } from './string-literals.ts';

export const ruby: HandlerLanguage = {
  target: 'ruby',
  language: 'ruby',
  name: 'Ruby',
  place: '# app.rb, Handler: app.lambda_handler',
  rest,
  plain,
};

function rest(handler: RestHandler): string {
  const { policy, answersPreflight } = handler;
  const any = allowsAny(policy);
  const list = `ALLOWED_ORIGINS = [${policy.origins.map(rubyString).join(', ')}].freeze\n\n`;
  const options = `  return { statusCode: 204, headers: cors, body: "" } if event["httpMethod"] == "OPTIONS"\n\n`;
  return `require "json"

${any ? '' : list}def lambda_handler(event:, context:)
  cors = cors_headers(event)
${answersPreflight ? options : ''}  begin
    with_headers(work(event), cors)
  rescue StandardError => e
    # The gateway would answer an exception without CORS headers.
    warn e.full_message
    with_headers(json_response(500, { message: "Internal server error" }), cors)
  end
end

# Your code, without CORS headers or Vary of its own.
def work(event)
  json_response(200, { message: "hello world" })
end

def json_response(status, body)
  { statusCode: status, headers: { "Content-Type" => "application/json" }, body: JSON.generate(body) }
end

def with_headers(response, headers)
  response = response.transform_keys(&:to_sym)
  response.merge(headers: (response[:headers] || {}).merge(headers))
end

def cors_headers(event)
${any ? '' : '  origin = origin_of(event)\n  return { "Vary" => "Origin" } unless ALLOWED_ORIGINS.include?(origin)\n\n'}${headersOf(handler, any)}end
${any ? '' : originOf}`;
}

const originOf = `
# REST API events keep the client's header case, so both spellings are read.
def origin_of(event)
  headers = event["headers"] || {}
  many = event["multiValueHeaders"] || {}
  values = many["origin"] || many["Origin"] || []
  headers["origin"] || headers["Origin"] || values.first
end
`;

function headersOf({ policy, answersPreflight }: RestHandler, any: boolean): string {
  const always = [
    `    "Access-Control-Allow-Origin" => ${any ? '"*"' : 'origin'},`,
    ...actualHeaders(policy).map(([name, value]) => `    ${rubyString(name)} => ${rubyString(value)},`),
    ...(any ? [] : ['    "Vary" => "Origin",']),
  ];
  const asked = (answersPreflight ? preflightHeaders(policy) : []).map(
    ([name, value]) => `    headers[${rubyString(name)}] = ${rubyString(value)}`,
  );
  const preflight =
    asked.length === 0 ? '' : `  if event["httpMethod"] == "OPTIONS"\n${asked.join('\n')}\n  end\n`;
  return `  headers = {\n${always.join('\n')}\n  }\n${preflight}  headers\n`;
}

function plain({ gateway, answersPreflight }: PlainHandler): string {
  const { reason, withStatus, withoutStatus } = plainWords[gateway];
  const options = answersPreflight ? '  return { statusCode: 204 } if method_of(event) == "OPTIONS"\n\n' : '';
  return `require "json"

# ${reason}

# ${withStatus}
def lambda_handler(event:, context:)
${options}  {
    statusCode: 200,
    headers: { "Content-Type" => "application/json" },
    body: JSON.generate({ message: "hello world" }),
  }
end

# ${withoutStatus}
def lambda_handler_without_status(event:, context:)
${options}  { message: "hello world" }
end
${answersPreflight ? methodOf : ''}`;
}

const methodOf = `
# For an OPTIONS route of your own; payload 1.0 has the method in httpMethod, 2.0 in requestContext.
def method_of(event)
  event["httpMethod"] || event.dig("requestContext", "http", "method")
end
`;
