import { actualHeaders, preflightHeaders } from '../handler-headers.ts';
import { allowsAny, type HandlerLanguage, type PlainHandler, type RestHandler } from './handler.ts';
import { plainClass } from './java-plain.ts';
import { javaString } from './string-literals.ts';

/** Java 11 or later. */
export const java: HandlerLanguage = {
  target: 'java',
  language: 'java',
  name: 'Java',
  place:
    '// Handler.java, Handler: Handler::handleRequest\n// Needs aws-lambda-java-core and aws-lambda-java-events.',
  rest,
  plain: (handler: PlainHandler) => plainClass(handler),
};

const events = 'com.amazonaws.services.lambda.runtime.events';

function rest(handler: RestHandler): string {
  const any = allowsAny(handler.policy);
  const origins = handler.policy.origins.map(javaString).join(', ');
  const list = `    private static final List<String> ALLOWED_ORIGINS = List.of(${origins});\n\n`;
  return `import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import ${events}.APIGatewayProxyRequestEvent;
import ${events}.APIGatewayProxyResponseEvent;
import java.util.HashMap;
${any ? '' : 'import java.util.List;\n'}import java.util.Map;

public class Handler implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {
${any ? '' : list}${entry(handler)}
    // Your code, without CORS headers or Vary of its own.
    private APIGatewayProxyResponseEvent work(APIGatewayProxyRequestEvent event) throws Exception {
        return json(200, ${javaString('{"message":"hello world"}')});
    }

    private static APIGatewayProxyResponseEvent json(int status, String body) {
        return new APIGatewayProxyResponseEvent()
                .withStatusCode(status)
                .withHeaders(Map.of("Content-Type", "application/json"))
                .withBody(body);
    }
${withHeaders}
    private static Map<String, String> corsHeaders(APIGatewayProxyRequestEvent event) {
${any ? '' : listed}${headersOf(handler, any)}    }
${any ? '' : originOf}}
`;
}

function entry({ answersPreflight }: RestHandler): string {
  const options = `        if ("OPTIONS".equals(event.getHttpMethod())) {
            return new APIGatewayProxyResponseEvent().withStatusCode(204).withHeaders(cors).withBody("");
        }
`;
  return `    @Override
    public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent event, Context context) {
        Map<String, String> cors = corsHeaders(event);
${answersPreflight ? options : ''}        try {
            return withHeaders(work(event), cors);
        } catch (Exception error) {
            // The gateway would answer an exception without CORS headers.
            error.printStackTrace();
            return withHeaders(json(500, ${javaString('{"message":"Internal server error"}')}), cors);
        }
    }
`;
}

const withHeaders = `
    private static APIGatewayProxyResponseEvent withHeaders(
            APIGatewayProxyResponseEvent response, Map<String, String> cors) {
        Map<String, String> headers = new HashMap<>();
        if (response.getHeaders() != null) headers.putAll(response.getHeaders());
        headers.putAll(cors);
        return response.withHeaders(headers);
    }
`;

const listed = `        String origin = originOf(event);
        if (origin == null || !ALLOWED_ORIGINS.contains(origin)) return Map.of("Vary", "Origin");
`;

const originOf = `
    // REST API events keep the client's header case, so both spellings are read.
    private static String originOf(APIGatewayProxyRequestEvent event) {
        Map<String, String> headers = event.getHeaders();
        Map<String, List<String>> many = event.getMultiValueHeaders();
        for (String name : List.of("origin", "Origin")) {
            if (headers != null && headers.get(name) != null) return headers.get(name);
            List<String> values = many == null ? null : many.get(name);
            if (values != null && !values.isEmpty()) return values.get(0);
        }
        return null;
    }
`;

function headersOf({ policy, answersPreflight }: RestHandler, any: boolean): string {
  const put = (indent: string) => (header: readonly [string, string]) =>
    `${indent}headers.put(${javaString(header[0])}, ${javaString(header[1])});\n`;
  const asked = (answersPreflight ? preflightHeaders(policy) : []).map(put('            '));
  return [
    '        Map<String, String> headers = new HashMap<>();\n',
    `        headers.put("Access-Control-Allow-Origin", ${any ? '"*"' : 'origin'});\n`,
    ...actualHeaders(policy).map(put('        ')),
    any ? '' : '        headers.put("Vary", "Origin");\n',
    asked.length === 0
      ? ''
      : `        if ("OPTIONS".equals(event.getHttpMethod())) {\n${asked.join('')}        }\n`,
    '        return headers;\n',
  ].join('');
}
