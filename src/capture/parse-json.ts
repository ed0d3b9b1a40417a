import type { HarFault } from './har-fault.ts';
import { jsonFaultAt, placeOf } from './json-place.ts';

/** A file's text as JSON, or where it stops being that. */
export function parseJson(text: string): { readonly value: unknown } | { readonly fault: HarFault } {
  const json = text.startsWith('\uFEFF') ? text.slice(1) : text;
  if (json.trim() === '') return { fault: { reason: 'empty' } };
  try {
    return { value: JSON.parse(json) };
  } catch {
    const offset = jsonFaultAt(json);
    const reason = offset >= json.trimEnd().length ? 'truncated' : 'not-json';
    return { fault: { reason, ...placeOf(json, offset) } };
  }
}
