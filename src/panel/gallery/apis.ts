import type { ApiView, Fix, PolicyTrace } from '../../fix/index.ts';
import type { Policy } from '../../gateway/index.ts';
import { httpBase } from './http-exchanges.ts';
import { origin } from './make.ts';
import { restBase } from './rest-exchanges.ts';

const policy: Policy = {
  origins: [origin],
  methods: ['DELETE', 'GET', 'POST', 'PUT'],
  headers: ['content-type', 'x-api-key'],
  exposeHeaders: [],
  credentials: false,
  maxAge: null,
};

const restResource: Fix = {
  kind: 'sam',
  target: 'resource',
  title: 'Under the API resource in template.yaml',
  language: 'yaml',
  text: `Properties:
  Auth:
    AddDefaultAuthorizerToCorsPreflight: false # browsers send no credentials on a preflight
  Cors:
    AllowOrigin: "'${origin}'"
    AllowMethods: "'DELETE,GET,POST,PUT'"
    AllowHeaders: "'content-type,x-api-key'"
`,
};

const restGlobals: Fix = {
  ...restResource,
  target: 'Globals',
  title: 'Under Globals in template.yaml',
  text: `Globals:
  Api:
    Auth:
      AddDefaultAuthorizerToCorsPreflight: false
    Cors:
      AllowOrigin: "'${origin}'"
      AllowMethods: "'DELETE,GET,POST,PUT'"
      AllowHeaders: "'content-type,x-api-key'"
`,
};

const handler: Fix = {
  kind: 'handler',
  target: 'nodejs',
  title: 'In the Node.js handler',
  language: 'javascript',
  text: `// With proxy integration the handler owes this header itself.
return {
  statusCode: 200,
  headers: { 'access-control-allow-origin': '${origin}' },
  body: JSON.stringify(result),
};
`,
  handler: { gateway: 'rest', policy, answersPreflight: false },
};

const http: Fix = {
  kind: 'sam',
  target: 'resource',
  title: 'Under the HTTP API resource in template.yaml',
  language: 'yaml',
  text: `CorsConfiguration:
  AllowOrigins:
    - ${origin}
  AllowMethods:
    - PATCH
  AllowHeaders:
    - content-type
    - sentry-trace
`,
};

const deploy: Fix = {
  kind: 'note',
  target: 'by-hand',
  title: 'Deploy the stage',
  language: 'text',
  text: 'A REST API serves a change only after its stage was deployed again; SAM does that.',
};

const proof = { passed: 5, failed: 0, strangersRefused: 7, strangersAccepted: 0, restsOnUnverified: 1 };

/** As if every exchange had asked for everything. */
function traced(
  { origins, methods, headers }: Policy,
  exchangeIds: readonly string[],
): readonly PolicyTrace[] {
  const by = (part: PolicyTrace['part'], development: boolean) => (value: string) => ({
    part,
    value,
    count: exchangeIds.length,
    exchangeIds,
    development,
  });
  return [
    ...origins.map(by('origin', true)),
    ...methods.map(by('method', false)),
    ...headers.map(by('header', false)),
  ];
}

const restIds = ['1', '2', '3', '4', '5'];

export const restApi: ApiView = {
  identity: { id: restBase, kind: 'rest', base: restBase },
  exchangeIds: restIds,
  policy,
  traces: traced(policy, restIds),
  leftOut: [],
  fixes: { rest: [restGlobals, restResource, handler, deploy], http: [http], 'function-url': [] },
  proofs: { rest: proof, http: { ...proof, passed: 4, failed: 1 }, 'function-url': proof },
  suggested: 'rest',
};

const httpIds = ['6', '7', '8', '9', '10', '11'];
const httpPolicy: Policy = {
  ...policy,
  methods: ['GET', 'PATCH'],
  headers: ['content-type', 'sentry-trace', 'x-client'],
};

export const httpApi: ApiView = {
  ...restApi,
  identity: { id: httpBase, kind: 'http', base: httpBase },
  exchangeIds: httpIds,
  policy: httpPolicy,
  traces: traced(httpPolicy, httpIds),
  suggested: 'http',
};
