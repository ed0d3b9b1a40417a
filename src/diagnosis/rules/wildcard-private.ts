import { allowedWith, answerOwner, originEvidence } from '../cors-answer.ts';
import { isLoopback } from '../hosts.ts';
import { links } from '../links.ts';
import { privateTarget } from '../private-target.ts';
import type { Rule } from '../rule.ts';
import { quote } from '../text.ts';

export const wildcardPrivate: Rule = {
  id: 'wildcard-private',
  rank: 726,
  outcomes: ['allowed'],
  sign: 'any-origin',
  meta: {
    severity: 'warning',
    owner: 'gateway',
    summary:
      'A server on a private network or on this machine allows every origin with `*`. Any website can read it through the browser of somebody inside.',
    symptom:
      'Everything works. The API’s host is an address or a name inside a private network, and the answer holds Access-Control-Allow-Origin: *.',
    why: 'A firewall keeps strangers from the server, but not from the browsers inside. A page from outside, opened by somebody inside, asks from there, and `*` lets it read the answer. Such servers often ask for no sign-in, because the network was thought to be enough.',
    fix: 'Name the origins that need it. Do not take the network for a sign-in.',
    known: 'standard',
    links: [links.localNetwork, links.corsExploits],
    noScenario: 'infrastructure',
  },
  find(subject) {
    const answers = allowedWith(subject, (acao) => acao === '*');
    const last = answers.at(-1);
    const host = last === undefined ? null : privateTarget(subject);
    if (last === undefined || host === null) return null;
    return {
      title: 'Any website can read this private server through a visitor’s browser (`*`)',
      explanation: `${quote(host)} is ${isLoopback(host) ? 'this machine' : 'in a private network'}. A website that somebody here opens asks it from inside, past the firewall, and \`*\` lets that site read the answer. Name the origins that need it.`,
      owner: answerOwner(subject, last),
      evidence: answers.flatMap(originEvidence),
      remedies: ['cors-configuration'],
    };
  },
};
