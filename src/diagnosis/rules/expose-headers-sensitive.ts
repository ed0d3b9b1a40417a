import { headerTokens } from '../../cors/index.ts';
import { latestExposing } from '../api-summary.ts';
import { allowedWith, answerEvidence, answerOwner } from '../cors-answer.ts';
import { links } from '../links.ts';
import type { Rule } from '../rule.ts';
import { quotedList } from '../text.ts';

export const exposeHeadersSensitive: Rule = {
  id: 'expose-headers-sensitive',
  rank: 838,
  outcomes: ['allowed'],
  sign: 'exposing',
  meta: {
    severity: 'info',
    owner: 'gateway',
    summary:
      'Access-Control-Expose-Headers names headers that carry tokens or cookies. Scripts of every allowed origin may read them; Set-Cookie they can never read.',
    symptom:
      'Everything works. Access-Control-Expose-Headers names Authorization, a token’s header or Set-Cookie.',
    why: 'What is exposed can be read by every script on the page, those of others included. Set-Cookie is withheld by browsers whatever the list says, so that naming it shows a misunderstanding.',
    fix: 'Hand tokens over in a cookie with HttpOnly, or in the body of the one answer that needs it. Take Set-Cookie off the list.',
    known: 'standard',
    links: [links.exposeHeaders],
  },
  find(subject) {
    const [answer] = allowedWith(subject, (_, own) => own.message === 'actual-response' && own.aceh !== null);
    if (answer === undefined) return null;
    const listed = headerTokens(answer.headers, 'access-control-expose-headers');
    if (listed === null || listed === 'invalid') return null;
    const named = listed.filter((name) => sensitive.test(name));
    if (named.length === 0 || latestExposing(subject.siblings) !== subject.exchange.id) return null;
    const cookies = named.filter((name) => /^set-cookie2?$/i.test(name));
    const useless = cookies.length === named.length;
    return {
      title: useless ? 'Set-Cookie cannot be exposed' : 'Headers with secrets are exposed to scripts',
      explanation: useless
        ? 'Browsers never let scripts read Set-Cookie; the cookie itself is set if the request includes credentials. Take it off the list.'
        : `Every script on a page of an allowed origin may read ${quotedList(named.filter((name) => !cookies.includes(name)))}. Expose only what the page needs, and keep tokens in HttpOnly cookies or in the body.`,
      owner: answerOwner(subject, answer),
      evidence: [answerEvidence(answer, 'access-control-expose-headers', answer.aceh)],
    };
  },
};

const sensitive =
  /^((x-amzn-remapped-|proxy-)?authorization|set-cookie2?|x-(auth|access|refresh|id|session|security)-token|x-amz-security-token|x-api-key|(access|refresh|auth|id)-token)$/i;
