import type { Diagnosed, Finding } from '../diagnosis/index.ts';
import { customisedType } from './customised-types.ts';

/**
 * The findings of an API with those left out that would change no fix: a fix depends on which remedies, evidence values
 * and doubts occur, not on how often, and an API may have a hundred thousand like exchanges.
 */
export function tellingFindings(diagnosed: readonly Diagnosed[]): readonly Finding[] {
  const seen = new Set<string>();
  const telling: Finding[] = [];
  for (const { findings } of diagnosed)
    for (const finding of findings) {
      let key = finding.unverified ? '?' : '!';
      for (const remedy of finding.remedies) key += `${remedy} `;
      for (const evidence of finding.evidence) {
        const { message, header, value } = evidence;
        if (header === ':status' || value?.trim() === '*') key += `${message}${header}${value} `;
        key += customisedType(evidence) ?? '';
      }
      if (seen.has(key)) continue;
      seen.add(key);
      telling.push(finding);
    }
  return telling;
}
