import type { Finding, Remedy } from '../diagnosis/index.ts';
import type { Policy } from '../gateway/index.ts';
import type { FixKind } from './api-view.ts';
import type { Fix } from './fix.ts';
import { hasRemedy, type RestPlan } from './plan.ts';
import type { LeftOut } from './policy.ts';

/** What the user must do or know besides copying. Captured values are quoted as JSON strings. */
export function notesFor(subject: {
  readonly kind: FixKind;
  readonly policy: Policy;
  readonly plan: RestPlan;
  readonly findings: readonly Finding[];
  readonly leftOut: readonly LeftOut[];
}): readonly Fix[] {
  const { policy, findings, kind } = subject;
  return [
    ...(policy.origins.length === 0 ? [nothingToAllow] : []),
    ...subject.leftOut.map(leftOutNote),
    ...(kind === 'rest' ? restNotes(subject.plan) : httpNotes(findings)),
    ...remedyNotes
      .filter(([remedy]) => hasRemedy(findings, remedy))
      .map(([, title, text]) => note(title, text)),
    ...(usesWildcard(findings) ? [wildcardReplaced] : []),
    ...(findings.some((finding) => finding.unverified) ? [unverified] : []),
    ...(policy.origins.length > 0 ? [onlyCaptured, deploy(kind)] : []),
  ];
}

function note(title: string, text: string): Fix {
  return { kind: 'note', target: 'by-hand', title, language: 'text', text };
}

const nothingToAllow = note(
  'Nothing to allow',
  'No captured exchange names an origin that an allow-list can hold, so there is no CORS configuration to write.',
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
        'SAM’s Cors sends one fixed origin, so here the handler answers OPTIONS from its list instead. Add an OPTIONS event for every path, written as in your template ({id} and the like), with RestApiId where the API is a resource of its own, and remove Cors from Globals and from the API: a path without an OPTIONS event would still get its fixed answer.',
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

function httpNotes(findings: readonly Finding[]): readonly Fix[] {
  const notes = [
    note(
      'One place for CorsConfiguration',
      'SAM joins the lists of Globals and of the resource. Where the template has a CorsConfiguration, change it there and do not add a second one.',
    ),
  ];
  if (hasRemedy(findings, 'explicit-routes'))
    notes.push(
      note(
        'Routes that take the preflight',
        'An ANY or $default route receives OPTIONS before the gateway can answer it. Write a route for each method and path that the API serves (/{proxy+} does not match the root path), and remove the catch-all. With the second choice the function must answer OPTIONS with a 2xx status. Auth: Authorizer: NONE is needed, and accepted by SAM, only where the API has a DefaultAuthorizer.',
      ),
    );
  return notes;
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

const wildcardReplaced = note(
  'The wildcard is replaced',
  'The captured answers use *, which allows everyone. The fix lists what the captured pages needed. Add the other origins, methods and headers that you know of before you deploy.',
);

const unverified = note(
  'Not verified',
  'A finding rests on API Gateway behaviour that was not recorded. After the deployment, capture the same call again.',
);

const onlyCaptured = note(
  'Only what was captured',
  'The fix allows what the captured exchanges needed and nothing else. Use every part of the page that calls this API before you copy it.',
);

function deploy(kind: FixKind): Fix {
  return note(
    'Redeploy',
    kind === 'rest'
      ? 'Run sam deploy: SAM redeploys the stage by itself. Changes made in the console reach callers only when the API is deployed to its stage. Then reload the page with an empty cache, because browsers keep preflight answers.'
      : 'Run sam deploy; a stage without automatic deployment must be deployed by hand. Then reload the page with an empty cache, because browsers keep preflight answers.',
  );
}
