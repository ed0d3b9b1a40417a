import { describe, expect, it } from 'vitest';
import { changeOf, merge } from './merge.testing.ts';

const head = 'Transform: AWS::Serverless-2016-10-31\n';

function notesOf(text: string, change = changeOf(), id?: string): string {
  const done = merge(head + text, change, id);
  if (!done.ok) throw new Error(done.nearest);
  return done.notes.join('\n');
}

const http = (settings: string, events = '') => `Resources:
  Api:
    Type: AWS::Serverless::HttpApi
    Properties:
${settings}  Fn:
    Type: AWS::Serverless::Function
    Properties:
      Handler: a.b
      Events:
${events || '        None: {Type: Schedule}\n'}`;

const any = '        All: {Type: HttpApi, Properties: {Path: /x, Method: ANY, ApiId: !Ref Api}}\n';

describe('what a merge says', () => {
  it('a * that was replaced, by what, and what is no longer allowed, each with its line', () => {
    const notes = notesOf(
      http('      CorsConfiguration:\n        AllowOrigins: ["*"]\n        AllowMethods: [GET, DELETE]\n'),
    );
    expect(notes).toMatch(/Line 6: \* allowed all origins; it now lists https:\/\/app\.example\./);
    expect(notes).toMatch(/Line 6: no longer among the methods: DELETE/);
  });

  it('a function that gave way, and an item that stays though nobody can tell it', () => {
    const notes = notesOf(
      `Parameters: {Web: {Type: String}, Some: {Type: CommaDelimitedList}}\n${http(
        '      CorsConfiguration:\n        AllowOrigins: [!Sub "https://\u0024{Web}"]\n        AllowMethods: !Ref Some\n',
      )}`,
    );
    expect(notes).toMatch(/Line 8: an item of AllowOrigins stays/);
    expect(notes).toMatch(/Line 9: AllowMethods was a function/);
  });

  it('routes that take OPTIONS, by line: with an authorizer a route beside them, else what to do', () => {
    const change = changeOf({}, { explicitRoutes: true });
    expect(notesOf(http('', any), change)).toMatch(
      /Line 11: ANY \/x takes OPTIONS before the gateway.+ serves \(captured: GET, POST\) in its place/,
    );
    const guarded = '      Auth: {DefaultAuthorizer: J, Authorizers: {J: {JwtConfiguration: {issuer: x}}}}\n';
    expect(notesOf(http(guarded, any), change)).toMatch(/Line 12: ANY \/x stands behind an authorizer/);
  });

  it('other APIs that take over what changes in Globals', () => {
    const text = `Globals:\n  HttpApi:\n    CorsConfiguration: {AllowOrigins: ['*']}\n${http('')}  Other:\n    Type: AWS::Serverless::HttpApi\n`;
    expect(notesOf(text, changeOf(), 'Api')).toMatch(/Globals\.HttpApi holds for Other too/);
    expect(notesOf(text.replace(/ {2}Other:[\s\S]*/, ''), changeOf(), 'Api')).not.toMatch(/holds for/);
  });

  it('a REST API: what the handler owes, more with several origins and exposed headers', () => {
    const rest = `Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties:
      Events:
        Get: {Type: Api, Properties: {Path: /a, Method: get}}
`;
    expect(notesOf(rest)).toMatch(/must send Access-Control-Allow-Origin itself, on error paths too/);
    const several = changeOf(
      { origins: ['https://a.example', 'https://b.example'], exposeHeaders: ['etag'] },
      { errorHeaders: true },
    );
    expect(notesOf(rest, several)).toMatch(/one origin, and the policy has 2: OPTIONS events/);
    expect(notesOf(rest, several)).toMatch(/Access-Control-Expose-Headers: etag/);
    expect(notesOf(rest, several)).toMatch(/GatewayResponses were left as they are/);
  });

  it('a path of a definition, beside which no OPTIONS event can stand', () => {
    const text = `Resources:
  Api:
    Type: AWS::Serverless::Api
    Properties:
      StageName: p
      DefinitionBody:
        swagger: '2.0'
        paths:
          /a:
            get: {x-amazon-apigateway-integration: {type: aws_proxy, uri: x}}
`;
    const several = changeOf({ origins: ['https://a.example', 'https://b.example'] });
    expect(notesOf(text, several)).toMatch(
      /mocks of the definition \(\/a\) name the origin that asks.*not recorded/,
    );
    const elsewhere = text.replace('{x-ama', '!If [One, {}, {x-ama').replace('uri: x}}', 'uri: x}}]');
    expect(notesOf(elsewhere.replace(/get: .*/, 'Fn::If: [One, {get: {}}, {put: {}}]'), several)).toMatch(
      /Line \d+: no OPTIONS event can stand beside .* \/a.*allows https:\/\/a\.example alone/,
    );
  });
});
