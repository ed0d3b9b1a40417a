import { allowedWith, allowsCredentials, answerOwner, originEvidence } from '../cors-answer.ts';
import { links } from '../links.ts';
import type { Rule } from '../rule.ts';

export const nullTrusted: Rule = {
  id: 'null-trusted',
  rank: 722,
  outcomes: ['allowed'],
  sign: 'null-origin',
  meta: {
    severity: 'warning',
    owner: 'gateway',
    summary:
      'The API allows the origin `null`. Any website can make a frame whose origin is `null`, so this lets everybody in.',
    symptom:
      'Everything works, also from a file or a sandboxed frame: the answer holds Access-Control-Allow-Origin: null.',
    why: '`null` is no site’s name. Browsers send it for every page without an origin: files, data: URLs, sandboxed frames. Any website can put a sandboxed frame into its page and ask from there. The value often comes from copying the Origin header, or from a list that was meant for local files.',
    fix: 'Take `null` off the list of origins. Serve local pages over http (`npx vite`) and allow that origin by name, on a stage for development only.',
    known: 'standard',
    links: [links.nullOrigin, links.corsExploits],
    noScenario: 'own-spec',
  },
  find(subject) {
    const answers = allowedWith(subject, (acao) => acao === 'null');
    const last = answers.at(-1);
    if (last === undefined) return null;
    const readsAsUser = answers.some(allowsCredentials);
    return {
      title: `The API trusts the origin \`null\`${readsAsUser ? ' with credentials' : ''}`,
      explanation: readsAsUser
        ? 'Any website can ask from a sandboxed frame, whose origin is `null` too, and read what the signed-in user may see. Allow exact origins only.'
        : 'Any website can ask from a sandboxed frame, whose origin is `null` too: this is `*` by another way. Allow exact origins only.',
      owner: answerOwner(subject, last),
      evidence: answers.flatMap(originEvidence),
      remedies: ['cors-configuration'],
    };
  },
};
