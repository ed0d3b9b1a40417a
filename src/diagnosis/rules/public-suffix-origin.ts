import { allowedWith, allowsCredentials, answerOwner, originEvidence } from '../cors-answer.ts';
import { hostOf, isSharedOrigin, sharedSuffix } from '../hosts.ts';
import { links } from '../links.ts';
import type { Rule } from '../rule.ts';
import { quote } from '../text.ts';

export const publicSuffixOrigin: Rule = {
  id: 'public-suffix-origin',
  rank: 732,
  outcomes: ['allowed'],
  sign: 'trusted-origin',
  meta: {
    severity: 'warning',
    owner: 'gateway',
    summary:
      'The API trusts, with credentials, an origin at a host where anybody can have pages (a playground, github.io, vercel.app, an S3 host).',
    symptom:
      'Everything works. The allowed origin belongs to a hosting service, and credentials are allowed.',
    why: 'On playgrounds and S3 hosts addressed by path, one origin serves the pages of many people: whoever has a page there is trusted too. Where each customer has a name of its own, the trust must end at that name: a pattern such as `*.github.io` trusts everybody, and a name that is given up can be taken by another.',
    fix: 'Serve the page from a domain of your own and allow exactly that. Otherwise compare the whole origin, never its end, and take it off the list when the site moves.',
    known: 'standard',
    links: [links.publicSuffixes, links.corsExploits],
    noScenario: 'infrastructure',
  },
  find(subject) {
    const [answer] = allowedWith(
      subject,
      (acao, own) => own.message === 'actual-response' && allowsCredentials(own) && acao !== '*',
    );
    if (answer === undefined || answer.acao === null) return null;
    const host = hostOf(answer.acao);
    if (host === null) return null;
    const everybodys = isSharedOrigin(host);
    const suffix = sharedSuffix(host);
    if (!everybodys && suffix === null) return null;
    return {
      ...(everybodys
        ? {
            title: 'The API trusts an origin that serves many people’s pages, with credentials',
            explanation: `Anybody can have a page at ${quote(answer.acao)}, and its scripts read the API as the signed-in user. Serve your page from a host of its own and allow exactly that.`,
          }
        : {
            title: `The trusted origin is a name under \`${suffix ?? ''}\`, where anybody can have one`,
            explanation: `${quote(answer.acao)} is allowed with credentials. Make sure that the whole origin is compared, never only its end, and that the name stays yours: one that is given up can be taken by another.`,
            severity: 'info' as const,
          }),
      owner: answerOwner(subject, answer),
      evidence: originEvidence(answer),
      remedies: everybodys ? ['cors-configuration'] : ['none'],
    };
  },
};
