import { actualHeaders, preflightHeaders } from '../handler-headers.ts';
import { plainFunction } from './csharp-plain.ts';
import { allowsAny, type HandlerLanguage, type RestHandler } from './handler.ts';
import { csharpString } from './string-literals.ts';

export const csharp: HandlerLanguage = {
  target: 'csharp',
  language: 'csharp',
  name: 'C#',
  place:
    '// Function.cs, Handler: YourAssembly::Function::FunctionHandler\n// Needs Amazon.Lambda.Core, .APIGatewayEvents and .Serialization.SystemTextJson.',
  rest,
  plain: plainFunction,
};

function rest(handler: RestHandler): string {
  const any = allowsAny(handler.policy);
  const origins = handler.policy.origins.map(csharpString).join(', ');
  return `using System;
using System.Collections.Generic;
using System.Text.Json;
using System.Threading.Tasks;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;

[assembly: LambdaSerializer(typeof(Amazon.Lambda.Serialization.SystemTextJson.DefaultLambdaJsonSerializer))]

public class Function
{
${any ? '' : `    private static readonly HashSet<string> AllowedOrigins = new() { ${origins} };\n\n`}${entry(handler)}
    // Your code, without CORS headers or Vary of its own.
    private async Task<APIGatewayProxyResponse> Work(APIGatewayProxyRequest request)
    {
        return await Task.FromResult(Json(200, new { message = "hello world" }));
    }

    private static APIGatewayProxyResponse Json(int status, object body)
    {
        return new APIGatewayProxyResponse
        {
            StatusCode = status,
            Headers = new Dictionary<string, string> { ["Content-Type"] = "application/json" },
            Body = JsonSerializer.Serialize(body),
        };
    }
${withHeaders}
    private static Dictionary<string, string> CorsHeaders(APIGatewayProxyRequest request)
    {
${any ? '' : listed}${headersOf(handler, any)}    }
${any ? '' : originOf}}
`;
}

function entry({ answersPreflight }: RestHandler): string {
  const options = `        if (request.HttpMethod == "OPTIONS")
        {
            return new APIGatewayProxyResponse { StatusCode = 204, Headers = cors, Body = "" };
        }
`;
  return `    public async Task<APIGatewayProxyResponse> FunctionHandler(APIGatewayProxyRequest request, ILambdaContext context)
    {
        var cors = CorsHeaders(request);
${answersPreflight ? options : ''}        try
        {
            return WithHeaders(await Work(request), cors);
        }
        catch (Exception error)
        {
            // The gateway would answer an exception without CORS headers.
            context.Logger.LogLine(error.ToString());
            return WithHeaders(Json(500, new { message = "Internal server error" }), cors);
        }
    }
`;
}

const withHeaders = `
    private static APIGatewayProxyResponse WithHeaders(APIGatewayProxyResponse response, Dictionary<string, string> cors)
    {
        response.Headers ??= new Dictionary<string, string>();
        foreach (var (name, value) in cors) response.Headers[name] = value;
        return response;
    }
`;

const listed = `        var origin = OriginOf(request);
        if (!AllowedOrigins.Contains(origin))
        {
            return new Dictionary<string, string> { ["Vary"] = "Origin" };
        }
`;

const originOf = `
    // REST API events keep the client's header case, so both spellings are read.
    private static string OriginOf(APIGatewayProxyRequest request)
    {
        foreach (var name in new[] { "origin", "Origin" })
        {
            if (request.Headers != null && request.Headers.TryGetValue(name, out var value)) return value;
            if (request.MultiValueHeaders != null
                && request.MultiValueHeaders.TryGetValue(name, out var values)
                && values.Count > 0)
            {
                return values[0];
            }
        }
        return "";
    }
`;

function headersOf({ policy, answersPreflight }: RestHandler, any: boolean): string {
  const always = [
    `            ["Access-Control-Allow-Origin"] = ${any ? '"*"' : 'origin'},\n`,
    ...actualHeaders(policy).map(
      ([name, value]) => `            [${csharpString(name)}] = ${csharpString(value)},\n`,
    ),
    any ? '' : '            ["Vary"] = "Origin",\n',
  ].join('');
  const asked = (answersPreflight ? preflightHeaders(policy) : []).map(
    ([name, value]) => `            headers[${csharpString(name)}] = ${csharpString(value)};\n`,
  );
  const preflight =
    asked.length === 0
      ? ''
      : `        if (request.HttpMethod == "OPTIONS")\n        {\n${asked.join('')}        }\n`;
  return `        var headers = new Dictionary<string, string>\n        {\n${always}        };\n${preflight}        return headers;\n`;
}
