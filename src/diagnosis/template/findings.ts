import type { Finding } from '../finding.ts';
import type { LoadedTemplate } from './loaded.ts';

/** What a template says by itself, whatever was captured: settings that fail, are ignored or mean something else. */
export function diagnoseTemplate(_loaded: LoadedTemplate): readonly Finding[] {
  return [];
}
