import { type MapValue, stringOf, type Value } from '../../template/index.ts';
import { yamlString } from '../yaml.ts';
import { type Manner, type Quotes, quotesOf } from './render.ts';
import { isFlow, isOwn, type Sheet } from './sheet.ts';

/**
 * How texts are quoted: by those that could do without quotes; where there are none, quotes only where they are needed,
 * of the kind that stands there.
 */
export function habitOf(sheet: Sheet, values: readonly Value[]): Quotes {
  const texts = values.flatMap((value) =>
    value.kind === 'scalar' && typeof value.value === 'string'
      ? [{ text: value.value, quotes: quotesOf(sheet, value.place.start) }]
      : [],
  );
  const free = texts.filter(({ text }) => !yamlString(text).startsWith('"'));
  const [first] = free;
  if (first !== undefined && free.every(({ quotes }) => quotes === first.quotes) && first.quotes !== 'free')
    return first.quotes;
  return texts.some(({ quotes, text }) => quotes === 'single' && !text.includes("'")) &&
    !texts.some(({ quotes }) => quotes === 'double')
    ? 'needed-single'
    : 'free';
}

/** How the values of a map are quoted, and whether its lists stand in brackets. */
export function habitsOf(sheet: Sheet, map: MapValue): Pick<Manner, 'quotes' | 'flowLists' | 'quotedKeys'> {
  const own = map.entries.filter((entry) => isOwn(map, entry));
  const values = own.map(({ value }) => value);
  const lists = values.filter((value) => value.kind === 'list');
  const texts = values.flatMap((value) => (value.kind === 'list' ? value.items : [value]));
  return {
    quotes: areDoubled(sheet, texts) ? 'single' : habitOf(sheet, texts),
    flowLists: lists.length > 0 && lists.every((value) => isFlow(sheet, value)),
    quotedKeys: own.length > 0 && own.every(({ keyPlace }) => sheet.text[keyPlace.start] === '"'),
  };
}

/** Whether texts with single quotes in them stand in single quotes, with theirs doubled. */
function areDoubled({ text }: Sheet, values: readonly Value[]): boolean {
  const quoted = values.filter((value) => stringOf(value)?.includes("'"));
  return quoted.length > 0 && quoted.every(({ place }) => text.startsWith("'''", place.start));
}
