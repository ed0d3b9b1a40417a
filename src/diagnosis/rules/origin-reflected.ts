import { trustedOrigins } from '../api-summary.ts';
import { allowedWith, allowsCredentials, answerOwner, originEvidence } from '../cors-answer.ts';
import { areRelated, hostOf, isLoopback } from '../hosts.ts';
import { links } from '../links.ts';
import type { Rule } from '../rule.ts';
import { quote } from '../text.ts';

export const originReflected: Rule = {
  id: 'origin-reflected',
  rank: 720,
  outcomes: ['allowed'],
  sign: 'trusted-origin',
  meta: {
    severity: 'warning',
    owner: 'gateway',
    summary:
      'The API allowed unrelated origins with credentials: it seems to allow whatever origin asks, so that any website can act and read as its signed-in users.',
    symptom:
      'Everything works. Access-Control-Allow-Origin always holds the page’s own origin, whichever page asks, beside Access-Control-Allow-Credentials: true.',
    why: 'With credentials `*` is not allowed, so servers are often made to copy the request’s Origin into the answer. That is `*` by another way, and it holds for requests with cookies as well: a hostile page that a signed-in user opens reads that user’s data.',
    fix: 'Compare the Origin header with a list of exact origins, and leave Access-Control-Allow-Origin out where it is not in the list. In an HTTP API list the origins in AllowOrigins; a function URL copies the origin where AllowOrigins holds `*`, so list them there too.',
    known: 'reported',
    links: [links.credentials, links.corsExploits],
    noScenario: 'needs-several-captures',
  },
  find(subject) {
    const [answer] = allowedWith(
      subject,
      (acao, own) =>
        own.message === 'actual-response' && allowsCredentials(own) && acao !== '*' && acao !== 'null',
    );
    if (answer === undefined || answer.acao === null || subject.siblings.length < 2) return null;
    const credentialed = trustedOrigins(subject.siblings);
    if (credentialed.size < 2) return null;
    const host = hostOf(answer.acao);
    const strangers = [...credentialed].filter((other) => isStranger(host, hostOf(other)));
    const outside = strangers.filter((other) => !isLoopback(hostOf(other) ?? ''));
    const dev = host === null || isLoopback(host) || outside.length === 0;
    const [other] = dev ? strangers : outside;
    if (other === undefined) return null;
    const both = `${quote(answer.acao)} and ${quote(other)}`;
    const reflects =
      subject.gateway.kind === 'function-url'
        ? ' A function URL whose AllowOrigins holds `*` copies the origin of every request.'
        : '';
    return {
      ...(dev
        ? {
            title: 'A page on a developer’s machine is trusted as the real site is',
            explanation: `The API allowed both ${both} with credentials. The local origin may stand in a list, or every origin may be copied: two origins cannot tell.${reflects} Allow local origins only on a stage for development.`,
            severity: 'info' as const,
          }
        : {
            title: 'The API seems to allow every origin that asks, with credentials',
            explanation: `It allowed ${both}, which look unrelated. If it copies the Origin header, any website that a signed-in user opens can read that user’s data.${reflects} Compare the origin with a list of exact origins instead; if both stand in such a list, all is well.`,
          }),
      owner: answerOwner(subject, answer),
      confidence: 'likely',
      unverified: subject.gateway.kind === 'function-url',
      evidence: originEvidence(answer),
      remedies: dev ? ['none'] : ['cors-configuration'],
    };
  },
};

function isStranger(one: string | null, other: string | null): boolean {
  if (one === null || other === null) return false;
  return !areRelated(one, other) && !(isLoopback(one) && isLoopback(other));
}
