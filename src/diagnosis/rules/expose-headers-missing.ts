import { exposedHeaderNames, type HeaderLines } from '../../cors/index.ts';
import { apiSummary } from '../api-summary.ts';
import { allowedWith, answerEvidence, answerOwner } from '../cors-answer.ts';
import { links } from '../links.ts';
import type { Rule } from '../rule.ts';
import { quotedList } from '../text.ts';

export const exposeHeadersMissing: Rule = {
  id: 'expose-headers-missing',
  rank: 840,
  outcomes: ['allowed'],
  sign: 'latest-allowed',
  meta: {
    severity: 'info',
    owner: 'handler',
    summary:
      'The answer carries headers that pages commonly want, and does not expose them: a script reads `null`. Told once per API, on its latest answer.',
    symptom: 'The call works and DevTools shows the header, but `response.headers.get(…)` gives null.',
    why: 'From another origin a script reads only seven plain headers, such as Content-Type. All others must be named in Access-Control-Expose-Headers of the answer itself; that of a preflight does not count.',
    fix: 'In an HTTP API or a function URL list them in ExposeHeaders. SAM’s Cors of a REST API has no such key: the handler must send Access-Control-Expose-Headers.',
    known: 'standard',
    links: [links.exposeHeaders],
  },
  find(subject) {
    const [answer] = allowedWith(subject, (_, own) => own.message === 'actual-response');
    if (answer === undefined) return null;
    const carried = wantedNames(answer.headers, subject.judgement.needs.method, answer.status);
    if (carried.length === 0 || apiSummary(subject.siblings).latestAllowed !== subject.exchange.id)
      return null;
    const exposed = exposedHeaderNames(
      answer.headers,
      subject.judgement.inferred.credentials ?? 'same-origin',
    );
    const hidden = carried.filter((name) => !exposed.includes(name));
    if (hidden.length === 0) return null;
    const where =
      subject.gateway.kind === 'rest'
        ? 'The handler must send it: SAM’s Cors of a REST API has no key for it.'
        : subject.gateway.kind === 'http' || subject.gateway.kind === 'function-url'
          ? 'List them in ExposeHeaders.'
          : '';
    return {
      title: 'Scripts cannot read all headers of this answer',
      explanation:
        `If the page needs ${quotedList(hidden, 'or')}, Access-Control-Expose-Headers must name ${hidden.length === 1 ? 'it' : 'them'}; until then a script reads null. ${where}`.trim(),
      owner: answerOwner(subject, answer),
      evidence: [answerEvidence(answer, 'access-control-expose-headers', answer.aceh)],
    };
  },
};

/** Commonly read by pages, whatever the request. */
const always: ReadonlySet<string> = new Set([
  'content-disposition',
  'content-range',
  'link',
  'x-correlation-id',
  'x-page-count',
  'x-ratelimit-remaining',
  'x-request-id',
  'x-total-count',
]);

/** Names (lower case) of the headers that a page is likely to want of such an answer. */
function wantedNames(headers: HeaderLines, method: string, status: number): readonly string[] {
  let names: string[] | null = null;
  for (const [name] of headers) {
    // `etag` and `link` are the shortest, `x-ratelimit-remaining` the longest.
    if (name.length < 4 || name.length > 21) continue;
    const lower = name.toLowerCase();
    const wanted =
      always.has(lower) ||
      (lower === 'location' && (status === 201 || status === 202)) ||
      (lower === 'retry-after' && (status === 429 || status === 503 || status === 202)) ||
      // The parts of an upload are told by their tags; of what is merely read, only caches want it.
      (lower === 'etag' && (method === 'PUT' || method === 'PATCH'));
    if (!wanted) continue;
    names ??= [];
    if (!names.includes(lower)) names.push(lower);
  }
  return names ?? [];
}
