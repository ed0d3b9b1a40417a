import { actualHeaders, preflightHeaders } from '../handler-headers.ts';
import { allowsAny, type RestHandler } from './handler.ts';
import { jsString } from './string-literals.ts';

/** Keeps what only TypeScript has, for TypeScript; drops it for JavaScript. */
export type Typed = (annotation: string) => string;

/** An ES module for the Node.js runtimes, in either language. */
export function restModule(handler: RestHandler, typed: Typed): string {
  const any = allowsAny(handler.policy);
  const list = handler.policy.origins.map(jsString).join(', ');
  return `${typed('import type { APIGatewayProxyEvent, APIGatewayProxyResult } from "aws-lambda";\n\n')}${any ? '' : `const ALLOWED_ORIGINS${typed(': readonly string[]')} = [${list}];\n\n`}${entry(handler, typed)}
// Your code, without CORS headers or Vary of its own.
async function work(event${typed(': APIGatewayProxyEvent')})${typed(': Promise<APIGatewayProxyResult>')} {
  return json(200, { message: "hello world" });
}

function json(statusCode${typed(': number')}, body${typed(': unknown')})${typed(': APIGatewayProxyResult')} {
  return { statusCode, headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
}

function withHeaders(response${typed(': APIGatewayProxyResult')}, headers${typed(': Record<string, string>')}) {
  return { ...response, headers: { ...response.headers, ...headers } };
}

function corsHeaders(event${typed(': APIGatewayProxyEvent')})${typed(': Record<string, string>')} {
${any ? '' : listed}${headersOf(handler, any)}}
${any ? '' : originOf(typed)}`;
}

function entry({ answersPreflight }: RestHandler, typed: Typed): string {
  const types = [typed(': APIGatewayProxyEvent'), typed(': Promise<APIGatewayProxyResult>')] as const;
  const options = `  if (event.httpMethod === "OPTIONS") return { statusCode: 204, headers: cors, body: "" };\n`;
  return `export const handler = async (event${types[0]})${types[1]} => {
  const cors = corsHeaders(event);
${answersPreflight ? options : ''}  try {
    return withHeaders(await work(event), cors);
  } catch (error) {
    // The gateway would answer an exception without CORS headers.
    console.error(error);
    return withHeaders(json(500, { message: "Internal server error" }), cors);
  }
};
`;
}

const listed = `  const origin = originOf(event);
  if (origin === undefined || !ALLOWED_ORIGINS.includes(origin)) return { Vary: "Origin" };
`;

const originOf = (typed: Typed): string => `
// REST API events keep the client's header case, so both spellings are read.
function originOf({ headers, multiValueHeaders }${typed(': APIGatewayProxyEvent')})${typed(': string | undefined')} {
  const values = multiValueHeaders?.origin ?? multiValueHeaders?.Origin;
  return headers?.origin ?? headers?.Origin ?? values?.[0];
}
`;

function headersOf(handler: RestHandler, any: boolean): string {
  const lines = (headers: readonly (readonly [string, string])[]): readonly string[] =>
    headers.map(([name, value]) => `    ${jsString(name)}: ${jsString(value)},`);
  const always = [
    `    "Access-Control-Allow-Origin": ${any ? '"*"' : 'origin'},`,
    ...lines(actualHeaders(handler.policy)),
    ...(any ? [] : ['    Vary: "Origin",']),
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
