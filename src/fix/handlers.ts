import type { Policy } from '../gateway/index.ts';
import type { Fix } from './fix.ts';
import { actualHeaders, preflightHeaders } from './handler-headers.ts';
import { jsList, jsString } from './javascript.ts';

/** The Lambda handler of a REST API: the code owes the CORS headers of every answer, of errors too. */
export function restHandler(policy: Policy, answersPreflight: boolean): Fix {
  const text = `const ALLOWED_ORIGINS = ${jsList(policy.origins)};

// REST API events keep the client's header case, so both spellings are read.
function corsHeaders(event) {
  const origin = event.headers?.origin ?? event.headers?.Origin;
  if (!ALLOWED_ORIGINS.includes(origin)) return { Vary: "Origin" };
  return {
    "Access-Control-Allow-Origin": origin,
${fixedLines(actualHeaders(policy))}    Vary: "Origin",
  };
}
${answersPreflight ? preflightFunction(policy) : ''}
export const handler = async (event) => {
${answersPreflight ? '  if (event.httpMethod === "OPTIONS") return preflight(event);\n' : ''}  const headers = { "Content-Type": "application/json", ...corsHeaders(event) };
  try {
    const result = await work(event);
    return { statusCode: 200, headers, body: JSON.stringify(result) };
  } catch (error) {
    console.error(error);
    return { statusCode: 500, headers, body: JSON.stringify({ message: "Internal server error" }) };
  }
};

// Your code: return what the caller gets as JSON.
async function work(event) {
  return { message: "hello world" };
}
`;
  return {
    kind: 'handler',
    target: 'nodejs',
    title: 'Handler (Node.js): CORS headers on every answer, errors too',
    language: 'javascript',
    text,
  };
}

function preflightFunction(policy: Policy): string {
  return `
function preflight(event) {
  const headers = corsHeaders(event);
  if (!("Access-Control-Allow-Origin" in headers)) return { statusCode: 204, headers, body: "" };
  return {
    statusCode: 204,
    headers: {
      ...headers,
${fixedLines(preflightHeaders(policy), '  ')}    },
    body: "",
  };
}
`;
}

function fixedLines(headers: readonly (readonly [string, string])[], indent = ''): string {
  return headers.map(([name, value]) => `${indent}    ${jsString(name)}: ${jsString(value)},\n`).join('');
}

/** The Lambda handler of an HTTP API (payload 2.0): no CORS headers, the gateway adds them and ignores the code's. */
export function httpHandler(answersPreflight: boolean): Fix {
  const preflight = `  // Only for an OPTIONS route of your own: the gateway adds the CORS headers to this, too.
  if (event.requestContext.http.method === "OPTIONS") return { statusCode: 204 };
`;
  return {
    kind: 'handler',
    target: 'nodejs',
    title: 'Handler (Node.js, payload 2.0): no CORS headers, the gateway adds them',
    language: 'javascript',
    text: `// API Gateway adds the CORS headers from CorsConfiguration and ignores those that code returns.
export const handler = async (event) => {
${answersPreflight ? preflight : ''}  const message = "hello world";
  return { message };
};
`,
  };
}
