import { isClientHint } from './client-hint.ts';
import { isForbiddenRequestHeader, methodOverrides } from './forbidden-header.ts';
import { remembered } from './remembered.ts';

/** A request header's name in lower case, and what its name alone tells of whether it needs a server's permission. */
export interface RequestHeaderKind {
  readonly name: string;
  /**
   * `forbidden`: a page cannot set it. `override`, `by-value`: its value decides, of method overrides whether it is forbidden,
   * of the others whether it is safelisted. `unsafe`: it always needs permission.
   */
  readonly kind: 'forbidden' | 'override' | 'by-value' | 'unsafe';
}

const byValue: ReadonlySet<string> = new Set([
  'accept',
  'accept-language',
  'content-language',
  'content-type',
  'range',
]);

export const requestHeaderKind = remembered((text): RequestHeaderKind => {
  const name = text.toLowerCase();
  if (isForbiddenRequestHeader(name, '')) return { name, kind: 'forbidden' };
  if (methodOverrides.has(name)) return { name, kind: 'override' };
  return { name, kind: byValue.has(name) || isClientHint(name) ? 'by-value' : 'unsafe' };
});
