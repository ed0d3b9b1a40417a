import { modes } from '../compile.ts';
import { type Key, keyWords, states } from '../keys.ts';
import { quote } from '../print.ts';
import { type Token, tokensOf, type ValueToken } from '../tokens.ts';
import type { Seen } from './seen.ts';

/** One thing that may be typed next. */
export interface Suggestion {
  readonly label: string;
  /** What it stands for. */
  readonly detail: string | null;
  /** How many exchanges have it. */
  readonly count: number | null;
  /** What stands from `start` to `end` of the text gives way to `insert`. */
  readonly insert: string;
  readonly start: number;
  readonly end: number;
  /** The term is whole then; else its value follows. */
  readonly whole: boolean;
}

export interface Request {
  readonly text: string;
  readonly caret: number;
  /** Asked for by a key: then also where nothing has been typed yet. */
  readonly asked: boolean;
  readonly seen: (key: Key) => readonly Seen[];
}

const mostSuggestions = 20;

/** What may stand at the caret: keys, then the values of a key that the exchanges have. */
export function suggest({ text, caret, asked, seen }: Request): readonly Suggestion[] {
  const token = tokensOf(text).find(({ start, end }) => start <= caret && caret <= end);
  if (token === undefined) return asked ? keySuggestions('', caret, caret) : [];
  const start = token.start + (token.negative || text.slice(token.start, token.end) === '-' ? 1 : 0);
  const { body } = token;
  if (caret < start || body.kind === 'regex' || text[start] === '"') return [];
  if (body.kind === 'text') return keySuggestions(text.slice(start, caret), start, token.end);
  const value = body.values.find((each) => each.start <= caret && caret <= each.end);
  if (value === undefined)
    return keySuggestions(text.slice(start, caret), start, body.values[0]?.start ?? caret);
  const typed = text.slice(value.start, caret).replace(/^"/, '');
  return valueSuggestions(body.key, typed, value, others(token, value), seen(body.key));
}

function keySuggestions(typed: string, start: number, end: number): readonly Suggestion[] {
  const lower = typed.toLowerCase();
  const keys: readonly Suggestion[] = Object.entries(keyWords)
    .filter(([key]) => key.startsWith(lower))
    .map(([key, detail]) => ({
      label: `${key}:`,
      detail,
      insert: `${key}:`,
      count: null,
      start,
      end,
      whole: false,
    }));
  const named = lower.length < 2 ? [] : states.filter((state) => state.startsWith(lower));
  return keys.concat(
    named.map((state) => ({
      label: `is:${state}`,
      detail: null,
      count: null,
      insert: `is:${state}`,
      start,
      end,
      whole: true,
    })),
  );
}

/** The values that stand beside this one are not offered again. */
function others({ body }: Token, own: ValueToken): ReadonlySet<string> {
  const values = body.kind === 'key' ? body.values : [];
  return new Set(values.flatMap((value) => (value === own ? [] : value.text.toLowerCase())));
}

function valueSuggestions(
  key: Key,
  typed: string,
  { start, end }: ValueToken,
  taken: ReadonlySet<string>,
  seen: readonly Seen[],
): readonly Suggestion[] {
  const lower = typed.toLowerCase();
  const fitting = seen.filter(({ value, title }) => {
    const name = value.toLowerCase();
    return (
      name !== lower &&
      !taken.has(name) &&
      (name.includes(lower) || (title ?? '').toLowerCase().includes(lower))
    );
  });
  const begins = ({ value }: Seen): boolean => value.toLowerCase().startsWith(lower);
  return [...fitting.filter(begins), ...fitting.filter((each) => !begins(each))]
    .slice(0, mostSuggestions)
    .map(({ value, count, title }) => ({
      label: value,
      detail: title,
      count,
      insert: written(key, value, seen),
      start,
      end,
      whole: true,
    }));
}

/** In quotes where the value alone would mean something else, or more than that value. */
function written(key: Key, value: string, seen: readonly Seen[]): string {
  const mode = key === 'is' || key === 'status-code' ? 'whole' : modes[key];
  const lower = value.toLowerCase();
  const meansMore =
    mode !== 'whole' &&
    seen.some((other) => other.value !== value && other.value.toLowerCase().startsWith(lower));
  return meansMore || /[\s,"*]/.test(value) ? quote(value) : value;
}
