import type { Fault } from '../fault.ts';
import { links } from '../links.ts';
import type { Rule } from '../rule.ts';
import { blockedAt, fault, header, headerEvidence, headerOwner, headerRemedies } from '../scene.ts';
import { quote } from '../text.ts';

/** A rule for one of the two `#token` lists of a preflight response (CORS-preflight fetch step 7.1 to 7.3). */
function listSyntax(
  id: string,
  rank: number,
  code: Fault,
  title: string,
  name: Lowercase<string>,
  what: 'methods' | 'header names',
): Rule {
  const example = what === 'methods' ? '`GET,PUT`' : '`content-type,authorization`';
  return {
    id,
    rank,
    outcomes: ['blocked'],
    step: 'preflight',
    faults: [code],
    meta: {
      severity: 'error',
      owner: 'gateway',
      summary: `${title} is no comma-separated list of ${what}, so that the browser refuses the whole preflight.`,
      symptom: `“Cannot parse ${title} response header field in preflight response.”`,
      why: `The value is not a list of ${what} with commas between, so the browser drops the whole preflight.`,
      fix: `Write it as ${example}: no quotes, brackets or blanks within a name.`,
      known: 'standard',
      links: [links.preflight, links.mdnErrors],
    },
    find(subject) {
      const scene = blockedAt(subject, 'preflight');
      if (scene === null || fault(scene) !== code) return null;
      const value = header(scene, name) ?? '';
      const slip = /['"]/.test(value)
        ? 'Quotes must not be sent: they belong only inside the template’s strings.'
        : /[[\]{}]/.test(value)
          ? 'A list was turned into text with its brackets.'
          : `It must be ${what} with commas between, such as ${example}.`;
      return {
        title: `${title} cannot be read`,
        explanation: `The preflight response says ${quote(value)}. ${slip}`,
        owner: headerOwner(scene),
        evidence: headerEvidence(scene, name),
        remedies: headerRemedies(scene),
      };
    },
  };
}

export const allowMethodsSyntax = listSyntax(
  'allow-methods-syntax',
  590,
  'InvalidAllowMethodsPreflightResponse',
  'Access-Control-Allow-Methods',
  'access-control-allow-methods',
  'methods',
);

export const allowHeadersSyntax = listSyntax(
  'allow-headers-syntax',
  592,
  'InvalidAllowHeadersPreflightResponse',
  'Access-Control-Allow-Headers',
  'access-control-allow-headers',
  'header names',
);
