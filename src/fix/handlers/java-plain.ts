import { type PlainHandler, plainWords } from './handler.ts';
import { javaString } from './string-literals.ts';

/** A class where the gateway adds the CORS headers; maps, because payload 1.0 and 2.0 have different event types. */
export function plainClass({ gateway, answersPreflight }: PlainHandler): string {
  const { reason, withStatus, withoutStatus } = plainWords[gateway];
  const options = answersPreflight
    ? '        if ("OPTIONS".equals(methodOf(event))) return Map.of("statusCode", 204);\n'
    : '';
  return `import com.amazonaws.services.lambda.runtime.Context;
import java.util.Map;

// ${reason}
public class Handler {
    // Handler::handleRequest. ${withStatus}
    public Map<String, Object> handleRequest(Map<String, Object> event, Context context) {
${options}        return Map.of(
                "statusCode", 200,
                "headers", Map.of("Content-Type", "application/json"),
                "body", ${javaString('{"message":"hello world"}')});
    }

    // Handler::handleWithoutStatus. ${withoutStatus}
    public Map<String, Object> handleWithoutStatus(Map<String, Object> event, Context context) {
${options}        return Map.of("message", "hello world");
    }
${answersPreflight ? methodOf : ''}}
`;
}

const methodOf = `
    // For an OPTIONS route of your own; payload 1.0 has the method in httpMethod, 2.0 in requestContext.
    private static Object methodOf(Map<String, Object> event) {
        if (event.get("httpMethod") != null) return event.get("httpMethod");
        Map<?, ?> context = (Map<?, ?>) event.get("requestContext");
        return ((Map<?, ?>) context.get("http")).get("method");
    }
`;
