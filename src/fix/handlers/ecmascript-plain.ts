import type { Typed } from './ecmascript.ts';
import { type PlainHandler, plainWords } from './handler.ts';

const names = {
  http: [
    'APIGatewayProxyEvent',
    'APIGatewayProxyEventV2',
    'APIGatewayProxyResultV2',
    'APIGatewayProxyStructuredResultV2',
  ],
  'function-url': ['APIGatewayProxyStructuredResultV2', 'LambdaFunctionURLEvent', 'LambdaFunctionURLResult'],
} as const;

const aliases = {
  http: `type Event = APIGatewayProxyEvent | APIGatewayProxyEventV2;
type WithStatus = Promise<APIGatewayProxyStructuredResultV2>;
type WithoutStatus = Promise<APIGatewayProxyResultV2<{ message: string }>>;
`,
  'function-url': `type Event = LambdaFunctionURLEvent;
type WithStatus = Promise<APIGatewayProxyStructuredResultV2>;
type WithoutStatus = Promise<LambdaFunctionURLResult<{ message: string }>>;
`,
} as const;

/** The handlers of an ES module where the gateway adds the CORS headers. */
export function plainModule({ gateway, answersPreflight }: PlainHandler, typed: Typed): string {
  const imports = names[gateway].map((name) => `  ${name},\n`).join('');
  const { reason, withStatus, withoutStatus } = plainWords[gateway];
  const options = answersPreflight
    ? '  if (methodOf(event) === "OPTIONS") return { statusCode: 204 };\n'
    : '';
  const method = `
// For an OPTIONS route of your own; payload 1.0 has the method in httpMethod, 2.0 in requestContext.
function methodOf(event${typed(': Event')})${typed(': string')} {
  return "httpMethod" in event ? event.httpMethod : event.requestContext.http.method;
}
`;
  return `${typed(`import type {\n${imports}} from "aws-lambda";\n\n${aliases[gateway]}\n`)}// ${reason}

// ${withStatus}
export const handler = async (event${typed(': Event')})${typed(': WithStatus')} => {
${options}  return {
    statusCode: 200,
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ message: "hello world" }),
  };
};

// ${withoutStatus}
export const handlerWithoutStatus = async (event${typed(': Event')})${typed(': WithoutStatus')} => {
${options}  return { message: "hello world" };
};
${answersPreflight ? method : ''}`;
}
