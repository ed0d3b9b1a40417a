import { type HeaderLines, headerValue } from '../../cors/index.ts';
import { sourcesTold, traced } from '../header-origin.ts';
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
import { joined, list, quote, quotedList } from '../text.ts';

/** What other preflights from the same origin were allowed: it rules candidates out. */
interface Allowed {
  readonly methods: ReadonlySet<string>;
  readonly headers: ReadonlySet<string>;
}

const lower = (names: readonly string[]) => names.map((name) => name.toLowerCase());

/** The lists of the latest such preflight, and what any of them asked for and got. */
function allowedElsewhere(subject: Subject, origin: string | null): Allowed | null {
  const methods = new Set<string>();
  const headers = new Set<string>();
  let latest: HeaderLines | null = null;
  for (const { exchange } of nearSiblings(subject)) {
    for (const { preflight } of exchange.hops) {
      const lines = preflight?.response?.headers;
      if (preflight == null || lines === undefined) continue;
      const asked = preflight.request.headers;
      if (headerValue(asked, 'origin') !== origin) continue;
      if (headerValue(lines, 'access-control-allow-origin') === null) continue;
      latest = lines;
      methods.add(headerValue(asked, 'access-control-request-method') ?? '');
      for (const name of lower(listedNames(asked, 'access-control-request-headers'))) headers.add(name);
    }
  }
  if (latest === null) return null;
  for (const name of listedNames(latest, 'access-control-allow-methods')) methods.add(name);
  for (const name of lower(listedNames(latest, 'access-control-allow-headers'))) headers.add(name);
  return { methods, headers };
}

/** The parts of the request that the configuration may lack. */
interface Suspects {
  readonly origin: boolean;
  readonly method: boolean;
  readonly headers: readonly string[];
}

function suspectsOf(scene: Scene, allowed: Allowed | null): Suspects {
  const { method, headers } = scene.subject.judgement.needs;
  const all = { origin: true, method: true, headers };
  if (allowed === null) return all;
  const left = {
    origin: false,
    method: !(allowed.methods.has(method) || allowed.methods.has('*')),
    headers: allowed.headers.has('*')
      ? []
      : headers.filter((name) => !allowed.headers.has(name.toLowerCase())),
  };
  return left.method || left.headers.length > 0 ? left : all;
}

function named(scene: Scene, { origin, method, headers }: Suspects): readonly string[] {
  return [
    ...(origin ? [`the origin ${quote(statedOrigin(scene) ?? 'unknown')}`] : []),
    ...(method ? [`the method ${quote(scene.subject.judgement.needs.method)}`] : []),
    ...(headers.length > 0
      ? [`the ${headers.length === 1 ? 'header' : 'headers'} ${quotedList(headers)}`]
      : []),
  ];
}

export const httpPreflightRefused: Rule = {
  id: 'http-preflight-refused',
  rank: 302,
  outcomes: ['blocked'],
  faults: ['MissingAllowOriginHeader'],
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
    const suspects = suspectsOf(scene, allowed);
    const sources = traced(suspects.headers, subject.judgement.needs.headers);
    return {
      title: `The HTTP API’s CORS configuration does not allow this ${allowed === null ? 'origin, method or header' : 'request'}`,
      explanation: joined(
        `An HTTP API sends no CORS headers at all when one part of the preflight is not in its configuration. Check ${list(named(scene, suspects), 'or')}.`,
        allowed === null
          ? ''
          : 'Another preflight from this origin was answered with CORS headers, which narrows it down.',
        sourcesTold(sources),
        'That a method or header has this effect was not seen recorded.',
      ),
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
      remedies: sources.length > 0 ? ['cors-configuration', 'trim-request'] : ['cors-configuration'],
    };
  },
};
