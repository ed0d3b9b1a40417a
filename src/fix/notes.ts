import type { Finding, Remedy } from '../diagnosis/index.ts';
import type { Policy } from '../gateway/index.ts';
import type { FixKind } from './api-view.ts';
import type { Beyond } from './beyond.ts';
import type { CapturedCors } from './captured-cors.ts';
import { type Circumstances, hasRemedy } from './circumstances.ts';
import type { Fix } from './fix.ts';
import type { RestPlan } from './plan.ts';
import type { LeftOut } from './policy.ts';
import { isOneEach, type Stage, stagesOf, unnamedOrigin } from './stages.ts';
import { urlPlan } from './url-plan.ts';

/** What the user must do or know besides copying. Captured values are quoted as JSON strings. */
export function notesFor(subject: {
  readonly kind: FixKind;
  readonly policy: Policy;
  readonly plan: RestPlan;
  readonly findings: readonly Finding[];
  readonly circumstances: Circumstances;
  readonly leftOut: readonly LeftOut[];
  readonly byHand: boolean;
  readonly answered: CapturedCors;
  readonly told: readonly Stage[];
  /** Why some exchanges fail whatever the settings say. */
  readonly beyond: readonly Beyond[];
}): readonly Fix[] {
  const { policy, findings, kind, answered } = subject;
  return [
    ...subject.beyond.map(beyondNote),
    ...(policy.origins.length === 0 ? [subject.byHand ? nothingByHand : nothingToAllow] : []),
    ...subject.leftOut.map(leftOutNote),
    ...kindNotes(subject),
    ...stageNotes(subject, kind === 'rest' ? subject.plan.policy : policy),
    ...remedyNotes
      .filter(([remedy]) => hasRemedy(findings, remedy))
      .map(([, title, text]) => note(title, text)),
    ...(answered.wildcard || usesWildcard(findings) ? wildcardNotes(subject) : []),
    ...exposedNotes(policy, answered),
    ...(findings.some((finding) => finding.unverified) ? [unverified] : []),
    ...(policy.origins.length > 0 && !subject.byHand ? [onlyCaptured] : []),
    ...(policy.origins.length > 0 ? [deploy(kind)] : []),
  ];
}

function note(title: string, text: string): Fix {
  return { kind: 'note', target: 'by-hand', title, language: 'text', text };
}

function beyondNote({ finding: { title, explanation }, sure }: Beyond): Fix {
  return sure
    ? note(`Still fails: ${title}`, `No CORS setting changes that. ${explanation}`)
    : note(`May still fail: ${title}`, `If this is the cause, no CORS setting changes it. ${explanation}`);
}

function kindNotes({ kind, policy, plan, circumstances }: Parameters<typeof notesFor>[0]): readonly Fix[] {
  switch (kind) {
    case 'rest':
      return restNotes(plan);
    case 'http':
      return httpNotes(circumstances);
    case 'function-url':
      return urlNotes(policy);
  }
}

const nothingToAllow = note(
  'Nothing to allow',
  'No captured exchange names an origin that an allow-list can hold, so there is no CORS configuration to write.',
);

const nothingByHand = note(
  'Nothing to allow',
  'The policy holds no origin that can be written, so there is no CORS configuration.',
);

const leftOutWhy: Record<LeftOut['reason'], string> = {
  opaque:
    'The origin "null" is never allowed: every sandboxed frame, local file and cross-origin redirect sends it, anyone’s included. Serve the page from a real origin, or call the final URL instead of one that redirects.',
  malformed: 'It is not a value that a browser sends, so it was left out of the policy.',
  wildcard: 'In a list it would mean everything, so it was left out of the policy.',
};

function leftOutNote({ part, value, reason }: LeftOut): Fix {
  return note(`Left out: ${part} ${JSON.stringify(value)}`, leftOutWhy[reason]);
}

function restNotes(plan: RestPlan): readonly Fix[] {
  const notes: Fix[] = [];
  if (plan.refused.length > 0)
    notes.push(
      note(
        'Values that a REST API cannot hold',
        `SAM puts these values between single quotes, which have no escape, so they were left out: ${plan.refused.map((value) => JSON.stringify(value)).join(', ')}.`,
      ),
    );
  if (plan.preflight === 'handler')
    notes.push(
      note(
        'Several origins on a REST API',
        'SAM’s Cors sends one fixed origin. First choice, and what the merge into a template does: an OPTIONS event for every path, and the handler answers from its list; that calls the function for every preflight that no cache holds. Second choice: an OPTIONS method of your own in DefinitionBody, whose response names the origin that asks without calling anything; DefinitionBody stands on the API resource only, and an API that SAM makes by itself must become one, with RestApiId on its events. With either, write every path as in your template ({id} and the like), and remove Cors from Globals and from the API: a path without an OPTIONS of its own would still get its fixed answer.',
      ),
      note(
        'Not verified: the response override',
        'That API Gateway answers OPTIONS with the overridden origin is what other tools’ templates rely on (AWS CDK, Serverless Framework); it was not recorded, and one report says that always the first origin came. If you take the second choice, try each origin after the deployment. The first choice does not rest on it.',
      ),
    );
  if (plan.textPreflight)
    notes.push(
      note(
        'Binary media types that cover everything',
        'With *~1* among BinaryMediaTypes the OPTIONS method that SAM makes answers 500. Name the types that are really binary, such as image~1png, and Cors is enough. Where *~1* must stay, OPTIONS events lead the preflights to the handler, which answers them; the merge into a template does that. Or write OPTIONS in DefinitionBody with contentHandling: CONVERT_TO_TEXT, on the integration and on its response. Users report that this helps, and not which of the two does; it was not recorded.',
      ),
    );
  if (plan.policy.exposeHeaders.length > 0)
    notes.push(
      note(
        'Exposed headers come from the handler',
        'SAM’s Cors of a REST API has no exposed headers. The handler below sends Access-Control-Expose-Headers; every other function behind this API must, too.',
      ),
    );
  if (plan.preflight === 'handler' && plan.errorHeadersWanted)
    notes.push(
      note(
        'The gateway’s own errors with several origins',
        'A gateway response holds one fixed Access-Control-Allow-Origin, so with several origins the gateway’s own errors (401, 403, 429, 5xx) stay unreadable to the pages. Mapping method.request.header.Origin would allow every origin, so it is not written here.',
      ),
    );
  if (plan.preflight !== 'none')
    notes.push(
      note(
        'Every function behind this API',
        'Cors covers only the preflight. Each Lambda function behind this API must return the headers of the handler below the snippet, on error paths too.',
      ),
    );
  return notes;
}

function httpNotes({ explicitRoutes }: Circumstances): readonly Fix[] {
  const notes = [
    note(
      'One place for CorsConfiguration',
      'SAM joins the lists of Globals and of the resource. Where the template has a CorsConfiguration, change it there and do not add a second one.',
    ),
  ];
  if (explicitRoutes)
    notes.push(
      note(
        'Routes that take the preflight',
        'An ANY or $default route receives OPTIONS before the gateway can answer it. Write a route for each method and path that the API serves (/{proxy+} does not match the root path), and remove the catch-all. With the second choice the function must answer OPTIONS with a 2xx status. Auth: Authorizer: NONE is needed, and accepted by SAM, only where the API has a DefaultAuthorizer.',
      ),
    );
  return notes;
}

function stageNotes(
  { kind, told, byHand }: Parameters<typeof notesFor>[0],
  { origins }: Policy,
): readonly Fix[] {
  const stages = origins.length === 0 ? null : stagesOf(kind, origins, told);
  if (stages === null) return [];
  const oneEach = isOneEach(stages);
  const local = byHand ? 'The policy has a development host' : 'The capture has pages of a development host';
  const why =
    told.length > 0
      ? 'Copied as it is, the fix allows every origin in every stage.'
      : `${local}. Copied as it is, the fix allows them in production, too.`;
  const handler =
    kind !== 'rest'
      ? ''
      : oneEach
        ? ' The handler of a REST API must follow: let it read its origin from the environment variable CORS_ORIGIN in place of its list.'
        : ' A stage of this REST API has several origins, and SAM’s Cors sends one: so OPTIONS must be led to the handler, or be your own in DefinitionBody, and the Parameter chooses the handler’s list: let it read CORS_ORIGINS from the environment and split it at the commas. An OPTIONS of your own holds its list in its text, for every stage.';
  const unnamed = stages.some(
    (stage) => stage.origins.includes(unnamedOrigin) && !origins.includes(unnamedOrigin),
  )
    ? ` ${byHand ? 'The policy' : 'The capture'} names no origin for every stage: write yours in the place of ${unnamedOrigin}.`
    : '';
  return [
    note(
      told.length > 0 ? 'Origins by stage' : 'Origins of development',
      `${why} With the Parameter per stage they are allowed only where the deployment says so: sam deploy --parameter-overrides CorsStage=${stages[0].name}.${handler}${unnamed}`,
    ),
  ];
}

function urlNotes(policy: Policy): readonly Fix[] {
  const { refused } = urlPlan(policy);
  if (policy.origins.length === 0) return [];
  return [
    ...(refused.length > 0
      ? [
          note(
            'Values that a function URL cannot hold',
            `Lambda takes the methods GET, PUT, HEAD, POST, PATCH and DELETE, and at most 100 origins and headers, so these were left out: ${refused.map((value) => JSON.stringify(value)).join(', ')}.`,
          ),
        ]
      : []),
    note(
      'Keep the AuthType of your template',
      'SAM wants an AuthType beside Cors. NONE lets everyone call the function: take over only what the template says already.',
    ),
    note(
      'No CORS headers in the function',
      'The function URL adds them to every response, the function’s own errors too. Take them out of the code and of its framework: where both send one, the browser sees two and refuses.',
    ),
  ];
}

const remedyNotes: readonly (readonly [Remedy, string, string])[] = [
  [
    'single-header-owner',
    'One owner for the CORS headers',
    'Two places set the same CORS header, and browsers refuse the duplicate. Keep one (an HTTP API’s configuration, or a REST API’s handler) and remove the header from the others: handler, framework, proxy or CDN.',
  ],
  [
    'map-integration-response',
    'The integration’s response mapping',
    'No function answered here, so handler code does not help. Behind HTTP_PROXY, let the backend send Access-Control-Allow-Origin with the page’s origin. Behind a mock or another mapped integration, write it in DefinitionBody: method.response.header.Access-Control-Allow-Origin: true under the method’s responses, and under responseParameters of the integration’s response the same name with the origin as its value, in single quotes within double quotes.',
  ],
  [
    'mend-handler',
    'The function failed',
    'The gateway answered in place of the function. Read the function’s log and mend it first: a REST API also wants statusCode as a number and body as a string.',
  ],
  [
    'mend-client',
    'The front end must change, too',
    'The finding names the request that no server setting can allow.',
  ],
  [
    'trim-request',
    'Or send fewer headers',
    'A finding names headers that a tool or a library adds to the call. If the API does not read them, turn them off there, as the finding says, and leave them out of the allowed headers of this fix: a page should be allowed no more than it needs.',
  ],
];

/** A captured answer with `*` in an access-control header, whichever rule saw it. */
function usesWildcard(findings: readonly Finding[]): boolean {
  return findings.some((finding) =>
    finding.evidence.some(
      ({ header, value }) => header?.startsWith('access-control-allow-') === true && value?.trim() === '*',
    ),
  );
}

/** No capture shows what a script reads, so nothing is exposed by itself; what answers expose today may be missed. */
function exposedNotes({ origins, exposeHeaders }: Policy, { exposed }: CapturedCors): readonly Fix[] {
  const missed = exposed.filter((name) => !exposeHeaders.includes(name));
  if (missed.length === 0 || origins.length === 0 || exposeHeaders.includes('*')) return [];
  return [
    note(
      'Exposed headers that the policy does not name',
      `The captured answers expose ${missed.map((name) => JSON.stringify(name)).join(', ')}. No capture shows whether a script reads them, so they are not in the policy: add those that your pages read, or they are lost where this fix takes the place of what is there.`,
    ),
  ];
}

/** The captured answers allow everybody: the fix lists who may, unless the user asks for `*`. */
function wildcardNotes({ policy, byHand }: Parameters<typeof notesFor>[0]): readonly Fix[] {
  const { origins, methods, headers } = policy;
  if (origins.length === 0 || [...origins, ...methods, ...headers].includes('*')) return [];
  const now = byHand ? 'The fix lists what the policy names' : 'The fix lists what the captured pages needed';
  return [
    note(
      'The wildcard is replaced',
      `The captured answers use *, which allows everyone. ${now}, and nothing else passes any more: add the other origins, methods and headers that you know of before you deploy.`,
    ),
  ];
}

const unverified = note(
  'Not verified',
  'A finding rests on API Gateway behaviour that was not recorded. After the deployment, capture the same call again.',
);

const onlyCaptured = note(
  'Only what was captured',
  'The fix allows what the captured exchanges needed and nothing else. Use every part of the page that calls this API before you copy it.',
);

const deploySentences: Readonly<Record<FixKind, string>> = {
  rest: 'Run sam deploy: SAM redeploys the stage by itself. Changes made in the console reach callers only when the API is deployed to its stage.',
  http: 'Run sam deploy; a stage without automatic deployment must be deployed by hand.',
  'function-url': 'Run sam deploy. A function URL has no stages: the change is in force at once.',
};

function deploy(kind: FixKind): Fix {
  return note(
    'Redeploy',
    `${deploySentences[kind]} Then reload the page with an empty cache, because browsers keep preflight answers.`,
  );
}
