import { severalValues } from '../allow-origin-values.ts';
import { links } from '../links.ts';
import type { Rule } from '../rule.ts';
import {
  blockedScene,
  fault,
  header,
  headerEvidence,
  headerOwner,
  headerRemedies,
  statedOrigin,
  stepName,
} from '../scene.ts';
import { quote } from '../text.ts';

/** Why the value is no origin, where it is a usual slip. */
function slip(value: string): string {
  if (value === '') return 'The value is empty, as when a variable was not set.';
  if (/^(['"]).*\1$/.test(value))
    return 'The quotes must not be sent: they belong only inside the template’s strings.';
  if (value.includes('*'))
    return 'Patterns are not allowed here: `*` stands alone, or the server answers with the one origin that asked.';
  if (/^[\w-]+(\.[\w-]+)*(:\d+)?\/?$/.test(value)) return 'The scheme (`https://`) is missing.';
  return 'It must be scheme, host and port, such as `https://app.example`.';
}

export const allowOriginInvalid: Rule = {
  id: 'allow-origin-invalid',
  rank: 410,
  outcomes: ['blocked'],
  faults: ['InvalidAllowOriginValue'],
  meta: {
    severity: 'error',
    owner: 'gateway',
    summary:
      'Access-Control-Allow-Origin holds something that is no origin: no scheme, a pattern, quotes, or nothing.',
    symptom: "“The 'Access-Control-Allow-Origin' header contains the invalid value …”",
    why: 'The value is not an origin: no scheme, a pattern such as `*.example.com`, quotes, or nothing at all.',
    fix: 'Write scheme, host and port, as in `https://app.example.com`. Patterns do not exist in this header.',
    known: 'standard',
    links: [links.corsCheck, links.mdnErrors],
  },
  find(subject) {
    const scene = blockedScene(subject);
    if (scene === null || fault(scene) !== 'InvalidAllowOriginValue' || severalValues(subject) !== null)
      return null;
    const value = header(scene, 'access-control-allow-origin') ?? scene.parameter ?? '';
    const origin = statedOrigin(scene);
    return {
      title: 'Access-Control-Allow-Origin is not an origin',
      explanation: `The ${stepName(scene)} says ${quote(value)}. ${slip(value)}${origin === null ? '' : ` Here ${quote(origin)} was needed.`}`,
      owner: headerOwner(scene),
      evidence: headerEvidence(scene, 'access-control-allow-origin'),
      remedies: headerRemedies(scene),
    };
  },
};
