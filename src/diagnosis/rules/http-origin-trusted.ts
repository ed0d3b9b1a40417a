import { allowedWith, allowsCredentials, answerOwner, originEvidence } from '../cors-answer.ts';
import { hostOf, isLoopback } from '../hosts.ts';
import { links } from '../links.ts';
import type { Rule } from '../rule.ts';
import { quote } from '../text.ts';

export const httpOriginTrusted: Rule = {
  id: 'http-origin-trusted',
  rank: 724,
  outcomes: ['allowed'],
  sign: 'http-origin',
  meta: {
    severity: 'warning',
    owner: 'gateway',
    summary:
      'An https API allows an origin that is served over plain http. Whoever controls the network can put a script into that page and read the API through it.',
    symptom: 'Everything works. The API’s URL begins with https, the allowed origin with http.',
    why: 'A page over http can be changed on its way, by anyone on the same Wi-Fi. A script put into it speaks with the page’s origin, and what https protects is then read by a stranger.',
    fix: 'Serve the page over https, and allow only its https origin. http://localhost is fine, as it never leaves the machine; keep it on a stage for development.',
    known: 'standard',
    links: [links.corsExploits, links.mdnCors],
    noScenario: 'infrastructure',
  },
  find(subject) {
    const answers = allowedWith(subject, (acao) => acao.startsWith('http://'));
    const last = answers.at(-1);
    if (last === undefined || last.acao === null) return null;
    if (!subject.exchange.hops[last.hop]?.url.startsWith('https://')) return null;
    const host = hostOf(last.acao);
    if (host === null || isLoopback(host)) return null;
    const credentials = answers.some(allowsCredentials);
    return {
      title: `The https API trusts a page over plain http${credentials ? ', with credentials' : ''}`,
      explanation: `${quote(last.acao)} can be changed by anyone on the network between, and a script put into it reads the API${credentials ? ' as the signed-in user' : ''}. Serve the page over https and allow only that origin.`,
      owner: answerOwner(subject, last),
      evidence: answers.flatMap(originEvidence),
      remedies: ['cors-configuration'],
    };
  },
};
