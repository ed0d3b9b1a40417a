import type { Policy } from '../gateway/index.ts';
import type { FixKind } from './api-view.ts';
import type { Fix } from './fix.ts';
import type { RestPlan } from './plan.ts';
import { urlPlan } from './url-plan.ts';

/** The same policy as steps in AWS's console. Its labels are AWS's documentation's and change now and then. */
export function consoleSteps(kind: FixKind, policy: Policy, plan: RestPlan): Fix {
  return {
    kind: 'note',
    target: 'console',
    title: 'Without a template: in the AWS console',
    language: 'text',
    text: [...stepsOf(kind, policy, plan), lasting].join(' '),
  };
}

const lasting = 'A later deployment of a template that says otherwise takes this back.';

function stepsOf(kind: FixKind, policy: Policy, plan: RestPlan): readonly string[] {
  switch (kind) {
    case 'rest':
      return restSteps(plan);
    case 'http':
      return [
        'API Gateway, the API, CORS, Configure.',
        values(policy),
        'Save. A stage without automatic deployment must then be deployed.',
        windows,
      ];
    case 'function-url':
      return [
        'Lambda, the function, Configuration, Function URL, Edit, Configure cross-origin resource sharing (CORS).',
        values(urlPlan(policy).policy),
        'Save.',
        windows,
      ];
  }
}

const windows =
  'With the command in cmd or PowerShell instead of a POSIX shell: save the JSON between its outer quotes as cors.json, and give file://cors.json in its place.';

function restSteps({
  policy,
  preflight,
  openAuthorizer,
  openApiKey,
  errorTypes,
}: RestPlan): readonly string[] {
  return [
    'API Gateway, the API, Resources; at every resource that pages call: Enable CORS.',
    values({ ...policy, origins: policy.origins.slice(0, 1), exposeHeaders: [] }),
    ...(preflight === 'handler'
      ? [
          'This form holds one origin. For all of them, open OPTIONS, Integration request, choose Lambda function with proxy integration, and name the function whose handler answers OPTIONS.',
        ]
      : []),
    ...(errorTypes.length > 0
      ? [
          `Gateway responses: the same Access-Control-Allow-Origin on ${errorTypes.join(', ')}, in single quotes.`,
        ]
      : []),
    ...(openAuthorizer || openApiKey
      ? ['OPTIONS, Method request: Authorization NONE, and no API key required.']
      : []),
    'Then Deploy API to the stage: until then callers see nothing of it.',
  ];
}

function values(policy: Policy): string {
  const fields: readonly (readonly [string, readonly string[]])[] = [
    ['Access-Control-Allow-Origin', policy.origins],
    ['Access-Control-Allow-Methods', policy.methods],
    ['Access-Control-Allow-Headers', policy.headers],
    ['Access-Control-Expose-Headers', policy.exposeHeaders],
    ['Access-Control-Allow-Credentials', policy.credentials ? ['yes'] : []],
    ['Access-Control-Max-Age', policy.maxAge === null ? [] : [String(policy.maxAge)]],
  ];
  return `${fields
    .filter(([, list]) => list.length > 0)
    .map(([name, list]) => `${name}: ${list.join(', ')}`)
    .join('; ')}.`;
}
