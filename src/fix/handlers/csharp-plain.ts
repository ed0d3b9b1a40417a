import { type PlainHandler, plainWords } from './handler.ts';

/** A class where the gateway adds the CORS headers; plain JSON, because payload 1.0 and 2.0 have different types. */
export function plainFunction({ gateway, answersPreflight }: PlainHandler): string {
  const { reason, withStatus, withoutStatus } = plainWords[gateway];
  const options = answersPreflight
    ? `        if (MethodOf(request) == "OPTIONS") return new Dictionary<string, object> { ["statusCode"] = 204 };\n`
    : '';
  return `using System.Collections.Generic;
using System.Text.Json;
using Amazon.Lambda.Core;

[assembly: LambdaSerializer(typeof(Amazon.Lambda.Serialization.SystemTextJson.DefaultLambdaJsonSerializer))]

// ${reason}
public class Function
{
    // Function::FunctionHandler. ${withStatus}
    public Dictionary<string, object> FunctionHandler(JsonElement request, ILambdaContext context)
    {
${options}        return new Dictionary<string, object>
        {
            ["statusCode"] = 200,
            ["headers"] = new Dictionary<string, string> { ["Content-Type"] = "application/json" },
            ["body"] = JsonSerializer.Serialize(new { message = "hello world" }),
        };
    }

    // Function::HandlerWithoutStatus. ${withoutStatus}
    public Dictionary<string, object> HandlerWithoutStatus(JsonElement request, ILambdaContext context)
    {
${options}        return new Dictionary<string, object> { ["message"] = "hello world" };
    }
${answersPreflight ? methodOf : ''}}
`;
}

const methodOf = `
    // For an OPTIONS route of your own; payload 1.0 has the method in httpMethod, 2.0 in requestContext.
    private static string MethodOf(JsonElement request)
    {
        var isOld = request.TryGetProperty("httpMethod", out var method);
        if (!isOld) method = request.GetProperty("requestContext").GetProperty("http").GetProperty("method");
        return method.GetString() ?? "";
    }
`;
