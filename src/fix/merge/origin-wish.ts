import { originOverride } from '../../gateway/index.ts';
import { entriesOf, stringOf, type Value, valueAt } from '../../template/index.ts';
import { fitsTemplate, originTemplate } from '../own-options.ts';
import { quotedText } from './texts.ts';
import { mapWish, type Wish } from './wish.ts';

/** What a mock's response is to say of the origins that one fixed header cannot hold. */
interface OverrideWish {
  /** `responseTemplates`, or nothing to change. */
  readonly wishes: readonly (readonly [string, Wish])[];
  /** The response says the origins already, its fixed one included. */
  readonly said: boolean;
  /** It names the origin that asks. */
  readonly overrides: boolean;
}

const json = 'application/json';
const header = /^method\.response\.header\.access-control-allow-origin$/i;

/** `origins`: the first is the fixed one. What a template does that is not read here stays as it is. */
export function overrideWish(response: Value, origins: readonly string[]): OverrideWish {
  const written = entriesOf(valueAt(response, 'responseTemplates'));
  // What a function makes of a template is not read.
  const texts = written.map(({ value }) => (value.kind === 'scalar' ? (stringOf(value) ?? '') : null));
  const read = texts.includes(null)
    ? ({ kind: 'unknown' } as const)
    : originOverride(texts.filter((text) => text !== null));
  const fixed = entriesOf(valueAt(response, 'responseParameters')).find(({ key }) => header.test(key));
  const named = quotedText(stringOf(fixed?.value ?? null) ?? '');
  const several = origins.length > 1;
  if (read.kind === 'listed') {
    const all = new Set([...read.origins, ...(named === null ? [] : [named])]);
    if (all.size === origins.length && origins.every((origin) => all.has(origin)))
      return { wishes: [], said: true, overrides: several };
  } else if (read.kind === 'unknown' || !several || !texts.every(isEmpty) || written.length > 1)
    return { wishes: [], said: false, overrides: false };
  if (!origins.every(fitsTemplate)) return { wishes: [], said: false, overrides: false };
  const text = originTemplate(origins);
  const wish: Wish = { kind: 'scalar', data: () => text, says: () => false };
  const key = written[0]?.key ?? json;
  return { wishes: [['responseTemplates', mapWish([[key, wish]])]], said: false, overrides: several };
}

const isEmpty = (text: string | null): boolean => text !== null && /^\s*(?:\{\s*\})?\s*$/.test(text);
