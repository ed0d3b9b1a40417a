import { isClientHint } from './client-hint.ts';
import { isForbiddenRequestHeader } from './forbidden-header.ts';
import { remembered } from './remembered.ts';

/** A request header's name in lower case, and what its name alone tells of whether it needs a server's permission. */
export interface RequestHeaderKind {
  readonly name: string;
  /**
   * `forbidden`: a page cannot set it. `by-value`: the value decides, whether it is forbidden (method overrides) or safelisted.
   * `unsafe`: it always needs permission.
   */
  readonly kind: 'forbidden' | 'by-value' | 'unsafe';
}

const byValue: ReadonlySet<string> = new Set([
  'accept',
  'accept-language',
  'content-language',
  'content-type',
  'range',
  'x-http-method',
  'x-http-method-override',
  'x-method-override',
]);

export const requestHeaderKind = remembered((text): RequestHeaderKind => {
  const name = text.toLowerCase();
  if (isForbiddenRequestHeader(name, '')) return { name, kind: 'forbidden' };
  return { name, kind: byValue.has(name) || isClientHint(name) ? 'by-value' : 'unsafe' };
});
