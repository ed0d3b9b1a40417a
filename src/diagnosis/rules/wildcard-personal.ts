import { type HeaderLines, hasHeader, headerValue } from '../../cors/index.ts';
import { endpointSiblings } from '../api-summary.ts';
import { actualAnswer, allowedWith, answerOwner, originEvidence } from '../cors-answer.ts';
import type { Evidence } from '../finding.ts';
import { links } from '../links.ts';
import type { Judged, Rule } from '../rule.ts';

export const wildcardPersonal: Rule = {
  id: 'wildcard-personal',
  rank: 832,
  outcomes: ['allowed'],
  sign: 'any-origin',
  meta: {
    severity: 'info',
    owner: 'handler',
    summary:
      'The answer depends on who is signed in, and yet every origin may read it (`*`). A cache that keeps the answer hands it to any website.',
    symptom:
      'The same URL answers otherwise with a cookie or an Authorization header than without, and both answers hold Access-Control-Allow-Origin: *.',
    why: '`*` is for what everybody may read. Browsers do keep `*` from requests with cookies, but not from tokens that a script adds, nor from an answer that a cache kept and gives to the next page that asks.',
    fix: 'Name the origins that need it, and send `Cache-Control: no-store` (or `private` with `Vary: Authorization`) with what is personal.',
    known: 'inferred',
    links: [links.credentials, links.corsAndCaches],
    noScenario: 'needs-several-captures',
  },
  find(subject) {
    const [answer] = allowedWith(
      subject,
      (acao, own) =>
        acao === '*' && own.message === 'actual-response' && own.status >= 200 && own.status <= 299,
    );
    if (answer === undefined || subject.siblings.length < 2) return null;
    const header = personalHeader(subject);
    if (header === null) return null;
    const url = urlOf(subject);
    for (const sibling of endpointSiblings(subject, subject.siblings)) {
      if (urlOf(sibling) !== url || sibling.judgement.needs.method !== subject.judgement.needs.method)
        continue;
      if (sibling.exchange.id === subject.exchange.id || personalHeader(sibling) !== null) continue;
      const actual = actualAnswer(sibling);
      if (actual?.acao !== '*') continue;
      const difference = differs(answer.headers, actual.headers, [answer.status, actual.status]);
      if (difference === null) continue;
      const sent: Evidence = { message: 'actual-request', hop: answer.hop, header, note: 'sent' };
      return {
        title: 'What only some may see is open to every origin (`*`)',
        explanation: `With ${header === 'cookie' ? 'a cookie' : 'an Authorization header'} this URL answers otherwise than without (${difference}). \`*\` is for public answers: name the origins that need this one, and keep it out of caches.`,
        owner: answerOwner(subject, answer),
        confidence: 'likely',
        evidence: [...originEvidence(answer), sent],
      };
    }
    return null;
  },
};

function personalHeader({ exchange, judgement }: Judged): 'authorization' | 'cookie' | null {
  const lines = exchange.hops[judgement.hop]?.actual?.request.headers ?? [];
  if (hasHeader(lines, 'authorization')) return 'authorization';
  return hasHeader(lines, 'cookie') ? 'cookie' : null;
}

const urlOf = ({ judgement }: Judged): string => judgement.verdict.url;

/** How two answers differ as far as their heads tell; null where they do not. */
function differs(one: HeaderLines, other: HeaderLines, [a, b]: readonly [number, number]): string | null {
  if (a !== b) return `status ${a} and ${b}`;
  for (const name of ['content-length', 'etag', 'content-type'] as const) {
    const values = [headerValue(one, name), headerValue(other, name)];
    if (!values.includes(null) && values[0] !== values[1]) return `another ${name}`;
  }
  return null;
}
