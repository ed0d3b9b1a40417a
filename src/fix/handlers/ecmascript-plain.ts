import type { Typed } from './ecmascript.ts';
import { type PlainHandler, plainWords } from './handler.ts';

const types = {
  http: {
    event: 'APIGatewayProxyEvent | APIGatewayProxyEventV2',
    result: 'APIGatewayProxyStructuredResultV2',
    anyResult: 'APIGatewayProxyResultV2',
    imports:
      'APIGatewayProxyEvent,\n  APIGatewayProxyEventV2,\n  APIGatewayProxyResultV2,\n  APIGatewayProxyStructuredResultV2,',
  },
  'function-url': {
    event: 'LambdaFunctionURLEvent',
    result: 'APIGatewayProxyStructuredResultV2',
    anyResult: 'LambdaFunctionURLResult',
    imports: 'APIGatewayProxyStructuredResultV2,\n  LambdaFunctionURLEvent,\n  LambdaFunctionURLResult,',
  },
} as const;

/** The handlers of an ES module where the gateway adds the CORS headers. */
export function plainModule({ gateway, answersPreflight }: PlainHandler, typed: Typed): string {
  const { event, result, anyResult, imports } = types[gateway];
  const { reason, withStatus, withoutStatus } = plainWords[gateway];
  const options = answersPreflight
    ? '  if (methodOf(event) === "OPTIONS") return { statusCode: 204 };\n'
    : '';
  const method = `
// For an OPTIONS route of your own; payload 1.0 has the method in httpMethod, 2.0 in requestContext.
function methodOf(event${typed(`: ${event}`)})${typed(': string')} {
  return "httpMethod" in event ? event.httpMethod : event.requestContext.http.method;
}
`;
  return `${typed(`import type {\n  ${imports}\n} from "aws-lambda";\n\n`)}// ${reason}

// ${withStatus}
export const handler = async (event${typed(`: ${event}`)})${typed(`: Promise<${result}>`)} => {
${options}  return {
    statusCode: 200,
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ message: "hello world" }),
  };
};

// ${withoutStatus}
export const handlerWithoutStatus = async (event${typed(`: ${event}`)})${typed(`: Promise<${anyResult}<{ message: string }>>`)} => {
${options}  return { message: "hello world" };
};
${answersPreflight ? method : ''}`;
}
