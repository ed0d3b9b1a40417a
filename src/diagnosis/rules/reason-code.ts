import { remembered } from '../../cors/index.ts';
import { links } from '../links.ts';
import { clientReasons, reasons } from '../reasons.ts';
import type { Rule } from '../rule.ts';
import { blockedScene, headerOwner, statusEvidence } from '../scene.ts';
import { quote } from '../text.ts';

const withoutStop: (words: string) => string = remembered((words) => words.replace(/\.$/, ''));

/** Fires on every blocked exchange: alone it is the diagnosis, beside a closer rule the symptom that the browser names. */
export const reasonCode: Rule = {
  id: 'reason-code',
  rank: 900,
  outcomes: ['blocked'],
  meta: {
    severity: 'error',
    owner: 'integration',
    summary:
      'The reason code, as Chromium names it in its console and issues, in plain words. Where another finding stands above it, this is only the symptom that the browser shows.',
    symptom: 'The words of the browser’s own error.',
    why: 'Every refusal of CORS has a name in Chromium; this is it, in plain words.',
    fix: 'See the finding above it. Where there is none, the name is the best thing to search for.',
    known: 'measured',
    noScenario: 'own-spec',
    links: [links.mdnErrors, links.corsCheck],
  },
  find(subject) {
    const { outcome, step, code, parameter } = subject.judgement.verdict;
    if (outcome !== 'blocked') return null;
    const scene = blockedScene(subject);
    const words = code === null ? 'The request was blocked, and no reason is known.' : reasons[code];
    const client = code !== null && clientReasons.has(code);
    const at = step === 'preflight' ? ('preflight-response' as const) : ('actual-response' as const);
    return {
      title: withoutStop(words),
      explanation: `${words} Chromium’s name for it is ${code ?? 'not known'}${parameter ? `, and the value it names is ${quote(parameter)}` : ''}.`,
      owner: client ? 'client' : scene === null ? 'integration' : headerOwner(scene),
      evidence:
        scene === null
          ? [{ message: at, hop: subject.judgement.hop, note: 'no response was captured' }]
          : [statusEvidence(scene)],
      remedies: client ? ['mend-client'] : ['none'],
    };
  },
};
