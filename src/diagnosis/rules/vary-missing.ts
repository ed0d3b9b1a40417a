import { remembered } from '../../cors/index.ts';
import { apiSummary, endpointSiblings } from '../api-summary.ts';
import { actualAnswer, allowedWith, answerEvidence, answerOwner, type CorsAnswer } from '../cors-answer.ts';
import { links } from '../links.ts';
import type { Rule, Subject } from '../rule.ts';
import { quote } from '../text.ts';

export const varyMissing: Rule = {
  id: 'vary-missing',
  rank: 730,
  outcomes: ['allowed'],
  sign: 'own-origin',
  meta: {
    severity: 'warning',
    owner: 'handler',
    summary:
      'The allowed origin depends on who asks, but `Vary: Origin` is missing and a cache may keep the answer. It then serves one origin’s answer to another, which fails now and then.',
    symptom:
      'The call works, and then it fails on some machines or after another site was visited: Access-Control-Allow-Origin names the other site’s origin, or is absent.',
    why: 'A cache (the browser’s own, CloudFront, a proxy) keeps an answer by its URL. Only `Vary: Origin` tells it that the answer was for one origin. Without it, the answer made for one site is handed to the next.',
    fix: 'Send `Vary: Origin` on every answer whose Access-Control-Allow-Origin is not fixed, also where that header is left out. In CloudFront put Origin into the cache policy’s key. Or send `Cache-Control: no-store`.',
    known: 'standard',
    links: [links.corsAndCaches, links.mdnCors],
  },
  find(subject) {
    const [answer] = allowedWith(
      subject,
      (acao, own) => own.message === 'actual-response' && acao !== '*' && mayBeKept(own),
    );
    if (answer === undefined || !isRead(subject)) return null;
    const other = otherAnswer(subject, answer);
    if (other === null && !saysToKeep(answer)) return null;
    const evidence = [
      answerEvidence(answer, 'access-control-allow-origin', answer.acao),
      answerEvidence(answer, 'vary', answer.vary),
      answerEvidence(answer, 'cache-control', answer.cacheControl),
    ];
    const owner = answerOwner(subject, answer);
    if (other === null)
      return {
        title: 'A cache may keep this answer, which is for one origin only',
        explanation:
          'Cache-Control lets it be kept, and there is no `Vary: Origin`. If the allowed origin follows whoever asks, a cache will give this answer to other origins, which then fail. If it is fixed, all is well.',
        severity: 'info',
        owner,
        confidence: 'likely',
        evidence,
      };
    return {
      title: '`Vary: Origin` is missing where the allowed origin changes',
      explanation: `The same URL also answered with ${other.acao === null ? 'no Access-Control-Allow-Origin' : quote(other.acao)}. Without \`Vary: Origin\` a cache may give one origin’s answer to another, which fails now and then. Add \`Vary: Origin\`.`,
      owner,
      evidence,
      remedies: owner === 'handler' || owner === 'integration' ? ['allow-origin-in-handler'] : ['none'],
    };
  },
};

/** RFC 9110 §15.1: statuses that are kept although nothing tells a cache to. */
const heuristic: ReadonlySet<number> = new Set([200, 203, 204, 206, 300, 301, 308, 404, 405, 410, 414, 501]);

/** Nothing keeps a cache from using the answer for another origin. RFC 9111 §3 and §4.1. */
function mayBeKept({ status, vary, cacheControl }: CorsAnswer): boolean {
  if (!heuristic.has(status)) return false;
  if (vary !== null && namesOrigin(vary)) return false;
  return cacheControl === null || !forbidsStoring(cacheControl);
}

const namesOrigin = remembered((vary) => /(^|,)\s*(\*|origin)\s*(,|$)/i.test(vary));
const forbidsStoring = remembered((cacheControl) => /\bno-store\b/i.test(cacheControl));

/** Cache-Control gives it time to live. */
function saysToKeep({ cacheControl }: CorsAnswer): boolean {
  if (cacheControl === null || /\bno-cache\b/i.test(cacheControl)) return false;
  return /\b(max-age|s-maxage)\s*=\s*"?0*[1-9]/i.test(cacheControl) || /\bimmutable\b/i.test(cacheControl);
}

function isRead({ judgement }: Subject): boolean {
  return judgement.needs.method === 'GET' || judgement.needs.method === 'HEAD';
}

/** Another answer of the same URL and status that names another origin, or none where it was asked by another. */
function otherAnswer(subject: Subject, own: CorsAnswer): CorsAnswer | null {
  if (subject.siblings.length < 2 || apiSummary(subject.siblings).pages.size < 2) return null;
  for (const sibling of endpointSiblings(subject, subject.siblings)) {
    if (sibling.exchange.id === subject.exchange.id) continue;
    if (sibling.exchange.origin === subject.exchange.origin) continue;
    const actual = actualAnswer(sibling);
    if (actual !== null && actual.status === own.status && actual.acao !== own.acao) return actual;
  }
  return null;
}
