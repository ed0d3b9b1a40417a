import { links } from '../links.ts';
import { refusedMethod } from '../preflight-lists.ts';
import type { Rule } from '../rule.ts';
import {
  blockedAt,
  headerEvidence,
  headerOwner,
  headerRemedies,
  listedNames,
  requestEvidence,
} from '../scene.ts';
import { quote } from '../text.ts';
import { wildcardListWithCredentials } from './wildcard-list-with-credentials.ts';

export const methodCase: Rule = {
  id: 'method-case',
  rank: 601,
  outcomes: ['blocked'],
  faults: ['MethodDisallowedByPreflightResponse', 'HeaderDisallowedByPreflightResponse'],
  step: 'preflight',
  meta: {
    severity: 'error',
    owner: 'client',
    summary:
      'The method is allowed in another case: `patch` is not `PATCH`. Browsers write DELETE, GET, HEAD, OPTIONS, POST and PUT in upper case by themselves, PATCH they do not.',
    symptom:
      '“Method patch is not allowed by Access-Control-Allow-Methods in preflight response”, though the list has it.',
    why: 'Methods are compared letter by letter. For historical reasons `fetch` and XMLHttpRequest turn six of them into upper case, and PATCH is none of the six.',
    fix: "Write the method in upper case: in the call, `method: 'PATCH'`, and in AllowMethods.",
    known: 'standard',
    links: ['https://fetch.spec.whatwg.org/#concept-method-normalize', links.preflight],
  },
  find(subject) {
    const scene = blockedAt(subject, 'preflight');
    if (scene === null) return null;
    const method = refusedMethod(scene);
    if (method === null || wildcardListWithCredentials.find(subject)) return null;
    const upper = method.toUpperCase();
    const listed = listedNames(scene.response.headers, 'access-control-allow-methods').find(
      (name) => name !== method && name.toUpperCase() === upper,
    );
    if (listed === undefined) return null;
    const caller = method !== upper;
    const both = caller && listed !== upper;
    return {
      title: `The method ${quote(method)} is allowed only as ${quote(listed)}`,
      explanation: `The preflight allows ${quote(listed)}, the request uses ${quote(method)}: methods are compared with their case. Write ${quote(upper)} in the ${both ? 'call and in the configuration' : caller ? 'call' : 'configuration'}.`,
      owner: caller ? 'client' : headerOwner(scene),
      causedBy: null,
      evidence: [
        ...headerEvidence(scene, 'access-control-allow-methods'),
        ...requestEvidence(scene, 'access-control-request-method'),
      ],
      remedies: both
        ? ['mend-client', ...headerRemedies(scene)]
        : caller
          ? ['mend-client']
          : headerRemedies(scene),
    };
  },
};
