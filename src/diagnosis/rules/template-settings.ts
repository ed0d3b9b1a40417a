import type { SettingFault, SettingFaultReason } from '../../gateway/index.ts';
import { links } from '../links.ts';
import type { Found, Rule, Subject } from '../rule.ts';
import { blockedScene, headerEvidence, statusEvidence } from '../scene.ts';
import { templateEvidence } from '../template/evidence.ts';
import { explains } from '../template/explains.ts';
import { settingText } from '../template/setting-text.ts';
import { settingReasons, settingWords } from '../template/words/common-words.ts';

/** Places of one kind that are shown. */
const mostPlaces = 5;

/** A wrong setting of the template that explains why an exchange was blocked: one rule per kind of setting. */
export const templateSettings: readonly Rule[] = settingReasons.map((reason): Rule => {
  const { rank, known, summary, symptom, why, fix } = settingWords[reason];
  return {
    id: `template-${reason}`,
    rank,
    outcomes: ['blocked'],
    needsTemplate: true,
    meta: {
      severity: 'error',
      owner: 'gateway',
      summary,
      symptom,
      why,
      fix,
      known,
      links: [links.samCors, links.restCors, links.httpCors],
      noScenario: 'template-only',
    },
    find: (subject) => found(reason, subject),
  };
});

function found(reason: SettingFaultReason, subject: Subject): Found | null {
  const { template: loaded } = subject;
  if (loaded === null) return null;
  const faults = loaded.api.faults.filter((fault) => fault.reason === reason);
  const scene = faults.length === 0 ? null : blockedScene(subject);
  if (scene === null) return null;
  const telling = faults.flatMap((fault): readonly { fault: SettingFault; sure: boolean }[] => {
    const explained = explains(fault, scene, loaded);
    return explained === null ? [] : [{ fault, sure: explained === 'certain' }];
  });
  const [first] = telling;
  if (first === undefined) return null;
  const words = settingWords[reason];
  return {
    ...settingText(first.fault),
    confidence: first.sure ? 'certain' : 'likely',
    unverified: words.known === 'reported' && reason !== 'several-origins',
    evidence: [
      ...telling
        .slice(0, mostPlaces)
        .map(({ fault }) => templateEvidence(loaded.template, fault.place, fault.setting)),
      statusEvidence(scene),
      ...headerEvidence(scene, 'access-control-allow-origin'),
    ],
    remedies: words.remedies,
    leaves: words.leaves ?? [],
  };
}
