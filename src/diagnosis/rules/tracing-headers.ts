import { allAdvice, sourcesTold, traced } from '../header-origin.ts';
import { links } from '../links.ts';
import { failsAtList, refusedHeaders } from '../preflight-lists.ts';
import type { Rule } from '../rule.ts';
import { blockedAt, headerEvidence, headerRemedies, requestEvidence } from '../scene.ts';
import { joined, quotedList } from '../text.ts';
import { allowHeadersAbsent } from './allow-headers-absent.ts';
import { wildcardListWithCredentials } from './wildcard-list-with-credentials.ts';

export const tracingHeaders: Rule = {
  id: 'tracing-headers',
  rank: 605,
  outcomes: ['blocked'],
  faults: ['MethodDisallowedByPreflightResponse', 'HeaderDisallowedByPreflightResponse'],
  step: 'preflight',
  meta: {
    severity: 'error',
    owner: 'client',
    summary:
      'A tracing or monitoring tool adds headers to the call, such as `traceparent` or `sentry-trace`, and the API does not allow them. The finding names each header, who adds it, and the setting that keeps it from this API.',
    symptom:
      '“Request header field traceparent is not allowed by Access-Control-Allow-Headers in preflight response”, for a header that nobody on your team wrote.',
    why: 'The tool wraps `fetch` and XMLHttpRequest and adds its headers to the calls of the hosts it was told, or of all. Each of them needs permission, and without it the whole call fails.',
    fix: `If the API does not continue the trace, keep the tool from it. If it does, add exactly these headers to AllowHeaders. The settings, as the tools’ own documentation or source has them: ${allAdvice('tracing')}`,
    known: 'standard',
    links: [
      links.preflight,
      'https://docs.sentry.io/platforms/javascript/tracing/distributed-tracing/dealing-with-cors-issues/',
      'https://docs.datadoghq.com/real_user_monitoring/correlate_with_other_telemetry/apm/',
      'https://open-telemetry.github.io/opentelemetry-js/types/_opentelemetry_sdk-trace-web.PropagateTraceHeaderCorsUrls.html',
      'https://docs.aws.amazon.com/xray/latest/devguide/xray-services-RUM.html',
    ],
  },
  find(subject) {
    const scene = blockedAt(subject, 'preflight');
    if (scene === null || !failsAtList(scene) || wildcardListWithCredentials.find(subject)) return null;
    const names = refusedHeaders(scene).tracing;
    if (names.length === 0) return null;
    const sources = traced(names, subject.judgement.needs.headers);
    const one = names.length === 1;
    return {
      title: one
        ? `The tracing header ${quotedList(names)} is not allowed`
        : `${names.length} tracing headers are not allowed`,
      explanation: joined(
        `${quotedList(names)} ${one ? 'is' : 'are'} not in Access-Control-Allow-Headers.`,
        sourcesTold(sources),
        `If the API continues the trace, add exactly ${quotedList(names)} to the allowed headers instead.`,
      ),
      remedies: ['trim-request', ...headerRemedies(scene)],
      causedBy:
        subject.gateway.kind === 'rest' && allowHeadersAbsent.find(subject) ? allowHeadersAbsent.id : null,
      evidence: [
        ...headerEvidence(scene, 'access-control-allow-headers'),
        ...requestEvidence(scene, 'access-control-request-headers'),
      ],
    };
  },
};
