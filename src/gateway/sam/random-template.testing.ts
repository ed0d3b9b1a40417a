import fc from 'fast-check';

/** Texts that settings hold, right and wrong. */
const text = fc.constantFrom(
  "'*'",
  '*',
  "'https://a.example'",
  'https://a.example/',
  "'GET,POST'",
  '',
  'true',
  'a,b',
  '600',
  'OPTIONS',
);

const leaf = fc.oneof(
  text,
  fc.integer({ min: -2, max: 90000 }),
  fc.boolean(),
  fc.constant(null),
  fc.constant({ Ref: 'AWS::NoValue' }),
  fc.constantFrom({ Ref: 'Param' }, { Ref: 'Param2' }, { 'Fn::Sub': "'https://\u0024{Param2}'" }),
  fc.constant({ 'Fn::If': ['One', "'https://a.example'", { Ref: 'AWS::NoValue' }] }),
);
const value = fc.oneof({ weight: 3, arbitrary: leaf }, fc.array(leaf, { maxLength: 3 }));

const someOf = (keys: readonly string[], of: fc.Arbitrary<unknown>) =>
  fc.dictionary(fc.constantFrom(...keys), of, { maxKeys: 5 });

const corsKeys = [
  'AllowOrigin',
  'AllowOrigins',
  'AllowMethods',
  'AllowHeaders',
  'AllowCredentials',
  'MaxAge',
  'Foo',
];
const cors = fc.oneof(value, someOf(corsKeys, value));
const auth = someOf(
  ['DefaultAuthorizer', 'ApiKeyRequired', 'AddDefaultAuthorizerToCorsPreflight', 'Authorizer', 'Authorizers'],
  fc.oneof(
    fc.constantFrom('AWS_IAM', 'NONE', 'Pool', false, true),
    fc.constant({ Pool: { UserPoolArn: 'x' } }),
  ),
);
const path = fc.constantFrom('/', '/a', '/a/', '/{id}', '/{proxy+}', '$default', '');
const operation = fc.constantFrom(
  {},
  null,
  { 'x-amazon-apigateway-integration': { type: 'aws_proxy' }, security: [{ Pool: [] }] },
  { 'x-amazon-apigateway-integration': { type: 'mock', responses: { default: {} } } },
  { 'Fn::If': ['One', {}, { Ref: 'AWS::NoValue' }] },
);
const paths = fc.dictionary(
  path,
  fc.oneof(
    someOf(['get', 'post', 'options', 'parameters', 'x-amazon-apigateway-any-method'], operation),
    leaf,
  ),
);
const definition = fc.oneof(leaf, fc.record({ swagger: fc.constant('2.0'), paths: fc.oneof(paths, leaf) }));
const event = fc.record(
  {
    Type: fc.constantFrom('Api', 'HttpApi', 'Sqs'),
    Properties: fc.oneof(
      leaf,
      fc.record(
        {
          Path: path,
          Method: fc.constantFrom('get', 'ANY', 'options', 'Post'),
          RestApiId: fc.constantFrom('R0', { Ref: 'R1' }, { 'Fn::GetAtt': 'x.y' }),
          ApiId: fc.constantFrom({ Ref: 'R0' }, { Ref: 'R2' }),
          Auth: auth,
          Cors: cors,
        },
        { requiredKeys: [] },
      ),
    ),
  },
  { requiredKeys: ['Type'] },
);

const properties = fc.record(
  {
    Cors: cors,
    CorsConfiguration: cors,
    Auth: fc.oneof(auth, leaf),
    StageName: leaf,
    DefinitionBody: definition,
    DefinitionUri: leaf,
    MergeDefinitions: fc.boolean(),
    BinaryMediaTypes: value,
    Domain: fc.oneof(leaf, fc.record({ BasePath: value })),
    GatewayResponses: fc.oneof(
      leaf,
      someOf(['DEFAULT_4XX', 'UNAUTHORIZED'], fc.oneof(leaf, someOf(['ResponseParameters'], value))),
    ),
    FunctionUrlConfig: fc.oneof(leaf, fc.record({ AuthType: leaf, Cors: cors }, { requiredKeys: [] })),
    Events: fc.oneof(leaf, fc.dictionary(fc.constantFrom('A', 'B', 'C', 'D'), event)),
    ApiId: fc.constant({ Ref: 'R0' }),
    RouteKey: fc.constantFrom('GET /a', '$default', 'x'),
    ProtocolType: fc.constantFrom('HTTP', 'WEBSOCKET'),
  },
  { requiredKeys: [] },
);
const resource = fc.record(
  {
    Type: fc.constantFrom(
      'AWS::Serverless::Api',
      'AWS::Serverless::HttpApi',
      'AWS::Serverless::Function',
      'AWS::Serverless::Function',
      'AWS::Lambda::Url',
      'AWS::ApiGatewayV2::Api',
      'AWS::ApiGatewayV2::Route',
    ),
    Condition: fc.constantFrom('One', 'Missing'),
    Properties: fc.oneof({ weight: 5, arbitrary: properties }, leaf),
  },
  { requiredKeys: ['Type'] },
);

/** Templates that hold every setting the reader knows, with values right and wrong, as JSON. */
export const randomTemplate: fc.Arbitrary<string> = fc
  .record({
    Transform: fc.constant('AWS::Serverless-2016-10-31'),
    Parameters: fc.constant({
      Param: { Type: 'CommaDelimitedList', Default: 'a,b' },
      Param2: { Type: 'String' },
    }),
    Conditions: fc.constant({ One: { 'Fn::Equals': [{ Ref: 'Param' }, 'x'] } }),
    Globals: fc.oneof(leaf, fc.record({ Api: properties, HttpApi: properties, Function: properties })),
    Resources: fc
      .array(resource, { maxLength: 5 })
      .map((all) => Object.fromEntries(all.map((one, index) => [`R${index}`, one]))),
  })
  .map((template) => JSON.stringify(template));
