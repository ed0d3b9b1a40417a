import { headerValue } from '../../cors/index.ts';
import { links } from '../links.ts';
import type { Rule, Subject } from '../rule.ts';
import {
  blockedAt,
  fault,
  headerEvidence,
  listedNames,
  presentEvidence,
  requestEvidence,
  type Scene,
  statedOrigin,
  statusEvidence,
} from '../scene.ts';
import { nearSiblings } from '../siblings.ts';
import { list, quote, quotedList } from '../text.ts';

/** What another preflight from the same origin was allowed: it rules candidates out. */
interface Allowed {
  readonly methods: ReadonlySet<string>;
  readonly headers: ReadonlySet<string>;
}

function allowedElsewhere(subject: Subject, origin: string | null): Allowed | null {
  for (const { exchange } of nearSiblings(subject).toReversed()) {
    for (const { preflight } of exchange.hops.toReversed()) {
      const lines = preflight?.response?.headers;
      if (lines === undefined || headerValue(preflight?.request.headers ?? [], 'origin') !== origin) continue;
      if (headerValue(lines, 'access-control-allow-origin') === null) continue;
      return {
        methods: new Set(listedNames(lines, 'access-control-allow-methods')),
        headers: new Set(
          listedNames(lines, 'access-control-allow-headers').map((name) => name.toLowerCase()),
        ),
      };
    }
  }
  return null;
}

/** The parts of the request that the configuration may lack, each named. */
function candidates(scene: Scene, allowed: Allowed | null): readonly string[] {
  const { method, headers } = scene.subject.judgement.needs;
  const origin = statedOrigin(scene) ?? 'unknown';
  const all = [`the origin ${quote(origin)}`, `the method ${quote(method)}`];
  const inHeaders = (names: readonly string[]) =>
    names.length === 0 ? [] : [`the ${names.length === 1 ? 'header' : 'headers'} ${quotedList(names)}`];
  if (allowed === null) return [...all, ...inHeaders(headers)];
  const methodAllowed = allowed.methods.has(method) || allowed.methods.has('*');
  const missing = allowed.headers.has('*') ? [] : headers.filter((name) => !allowed.headers.has(name));
  const left = [...(methodAllowed ? [] : all.slice(1)), ...inHeaders(missing)];
  return left.length > 0 ? left : [...all, ...inHeaders(headers)];
}

export const httpPreflightRefused: Rule = {
  id: 'http-preflight-refused',
  rank: 302,
  outcomes: ['blocked'],
  step: 'preflight',
  gateways: ['http'],
  meta: {
    severity: 'error',
    owner: 'gateway',
    summary:
      'An HTTP API answers the preflight with 204 but without CORS headers: the origin, the method or a header is not in its CORS configuration. The browser says "no Access-Control-Allow-Origin" for all three.',
    symptom:
      "OPTIONS is answered 204 without any CORS header; the console says “No 'Access-Control-Allow-Origin' header”.",
    why: 'The origin, the method or one of the headers is not in the API’s CORS configuration, and then an HTTP API sends none of its CORS headers.',
    fix: 'Add to `CorsConfiguration` exactly what the finding names as missing.',
    known: 'inferred',
    links: [links.httpCors, links.samHttpCors],
  },
  find(subject) {
    if (subject.gateway.kind !== 'http') return null;
    const scene = blockedAt(subject, 'preflight');
    if (scene === null || fault(scene) !== 'MissingAllowOriginHeader' || scene.response.status !== 204)
      return null;
    const allowed = allowedElsewhere(subject, statedOrigin(scene));
    const parts = candidates(scene, allowed);
    return {
      title: `The HTTP API’s CORS configuration does not allow this ${allowed === null ? 'origin, method or header' : 'request'}`,
      explanation: `An HTTP API sends no CORS headers at all when one part of the preflight is not in its configuration. Check ${list(parts, 'or')}.${allowed === null ? '' : ' Another preflight from this origin was answered with CORS headers, which narrows it down.'} That a method or header has this effect was not seen recorded.`,
      confidence: 'likely',
      unverified: true,
      evidence: [
        statusEvidence(scene),
        ...headerEvidence(scene, 'access-control-allow-origin'),
        ...presentEvidence(scene, 'apigw-requestid'),
        ...requestEvidence(
          scene,
          'origin',
          'access-control-request-method',
          'access-control-request-headers',
        ),
      ],
      remedies: ['cors-configuration'],
    };
  },
};
