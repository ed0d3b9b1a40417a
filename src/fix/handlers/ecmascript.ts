import { actualHeaders, preflightHeaders } from '../handler-headers.ts';
import { allowsAny, type RestHandler } from './handler.ts';
import { jsString } from './string-literals.ts';

/** Keeps what only TypeScript has, for TypeScript; drops it for JavaScript. */
export type Typed = (annotation: string) => string;

/** An ES module for the Node.js runtimes, in either language. */
export function restModule(handler: RestHandler, typed: Typed): string {
  return `${typed('import type { APIGatewayProxyEvent, APIGatewayProxyResult } from "aws-lambda";\n\n')}${entry(handler, typed)}
// Your code, without CORS headers of its own.
async function work(event${typed(': APIGatewayProxyEvent')})${typed(': Promise<APIGatewayProxyResult>')} {
  return json(200, { message: "hello world" });
}

function json(statusCode${typed(': number')}, body${typed(': unknown')})${typed(': APIGatewayProxyResult')} {
  return { statusCode, headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
}

${allowsAny(handler.policy) ? openHeaders(handler, typed) : listedHeaders(handler, typed)}`;
}

function entry({ answersPreflight }: RestHandler, typed: Typed): string {
  const signature = `async (event${typed(': APIGatewayProxyEvent')})${typed(': Promise<APIGatewayProxyResult>')}`;
  const options = `  if (event.httpMethod === "OPTIONS") return { statusCode: 204, headers: cors, body: "" };\n`;
  return `export const handler = ${signature} => {
  const cors = corsHeaders(event);
${answersPreflight ? options : ''}  const response = await answer(event);
  return { ...response, headers: { ...response.headers, ...cors } };
};

// What the gateway makes of an exception carries no CORS headers, so a failure is answered here.
const answer = ${signature} => {
  try {
    return await work(event);
  } catch (error) {
    console.error(error);
    return json(500, { message: "Internal server error" });
  }
};
`;
}

function openHeaders(handler: RestHandler, typed: Typed): string {
  return `function corsHeaders(event${typed(': APIGatewayProxyEvent')})${typed(': Record<string, string>')} {
${headersOf(handler, '"*"', [])}}
`;
}

function listedHeaders(handler: RestHandler, typed: Typed): string {
  return `const ALLOWED_ORIGINS${typed(': readonly string[]')} = [${handler.policy.origins.map(jsString).join(', ')}];

function corsHeaders(event${typed(': APIGatewayProxyEvent')})${typed(': Record<string, string>')} {
  const origin = originOf(event);
  if (origin === undefined || !ALLOWED_ORIGINS.includes(origin)) return { Vary: "Origin" };
${headersOf(handler, 'origin', ['    Vary: "Origin",'])}}

// REST API events keep the client's header case, so both spellings are read.
function originOf({ headers, multiValueHeaders }${typed(': APIGatewayProxyEvent')})${typed(': string | undefined')} {
  const values = multiValueHeaders?.origin ?? multiValueHeaders?.Origin;
  return headers?.origin ?? headers?.Origin ?? values?.[0];
}
`;
}

function headersOf(handler: RestHandler, origin: string, more: readonly string[]): string {
  const lines = (headers: readonly (readonly [string, string])[]): readonly string[] =>
    headers.map(([name, value]) => `    ${jsString(name)}: ${jsString(value)},`);
  const always = [
    `    "Access-Control-Allow-Origin": ${origin},`,
    ...lines(actualHeaders(handler.policy)),
    ...more,
  ].join('\n');
  const asked = handler.answersPreflight ? lines(preflightHeaders(handler.policy)) : [];
  if (asked.length === 0) return `  return {\n${always}\n  };\n`;
  return `  const headers = {
${always}
  };
  if (event.httpMethod !== "OPTIONS") return headers;
  return {
    ...headers,
${asked.join('\n')}
  };
`;
}
