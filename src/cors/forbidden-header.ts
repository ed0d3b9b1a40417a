import { isForbiddenMethod } from './method.ts';

const forbiddenNames: ReadonlySet<string> = new Set([
  'accept-charset',
  'accept-encoding',
  'access-control-request-headers',
  'access-control-request-method',
  'connection',
  'content-length',
  'cookie',
  'cookie2',
  'date',
  'dnt',
  'expect',
  'host',
  'keep-alive',
  'origin',
  'referer',
  'set-cookie',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'via',
]);

/** Whose value decides whether they are forbidden. */
export const methodOverrides: ReadonlySet<string> = new Set([
  'x-http-method',
  'x-http-method-override',
  'x-method-override',
]);

/** Whether a page cannot set the header. Fetch Standard §2.2.2, "forbidden request-header". */
export function isForbiddenRequestHeader(name: string, value: string): boolean {
  const lower = name.toLowerCase();
  if (forbiddenNames.has(lower)) return true;
  if (lower.startsWith('proxy-') || lower.startsWith('sec-')) return true;
  // "get, decode, and split"; "if parsedValues contains a forbidden method, then return true"
  return methodOverrides.has(lower) && value.split(',').some((method) => isForbiddenMethod(method.trim()));
}
