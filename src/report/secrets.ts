import { encoded } from './scrub.ts';
import { decoded, placeholder } from './sensitive.ts';

/** Shorter secrets may be common words (`true`, `en-US`): they are replaced where they stand alone or in quotes. */
const minLength = 8;
/** Those that can hardly be words are replaced wherever they stand between other characters than those of a word. */
const shortWord = /(?<![\w-])[\w-]{4,7}(?![\w-])/g;
const isUnlikeWord = (value: string): boolean => /\d/.test(value) && /[a-z]/i.test(value);
/** A secret whose form says nothing is still recognised when it is copied elsewhere; so many are remembered. */
const maxSecrets = 200_000;
/** A longer one is recognised by its start. */
const maxLength = 512;

/** Secrets with the same first characters. */
interface Bucket {
  /** By length, so that a place in a text costs one look-up per length, however many secrets begin alike. */
  readonly byLength: Map<number, Set<string>>;
  /** Longest first; null while it is not sorted anew. */
  lengths: readonly number[] | null;
  /** In order, to find those that begin with a part that was cut off; null while it is not sorted anew. */
  sorted: readonly string[] | null;
}

/** The secrets of one capture, with which copies of them in other places are found. */
export class Secrets {
  readonly #known = new Set<string>();
  readonly #byPrefix = new Map<string, Bucket>();
  readonly #starts = new Set<number>();
  readonly #isPublic: (value: string) => boolean;
  #hasShort = false;

  /** `isPublic` exempts values that a report must show whatever repeats them: origins, header names, `true`. */
  constructor(isPublic: (value: string) => boolean) {
    this.#isPublic = isPublic;
  }

  /** Remembers a secret: as it stood, percent-decoded, percent-encoded, and escaped as within quotes. */
  add(secret: string): void {
    if (this.#known.has(secret) || this.#known.size >= maxSecrets) return;
    const plain = decoded(secret);
    const escaped = encoded(plain);
    const lower = escaped.replace(/%[\dA-F]{2}/g, (code) => code.toLowerCase());
    const forms = [secret, plain, escaped, lower, JSON.stringify(secret).slice(1, -1)];
    for (const form of new Set(forms)) this.#addForm(form.trim());
  }

  #addForm(form: string): void {
    if (form === '' || form === placeholder) return;
    if (this.#known.has(form) || this.#isPublic(form)) return;
    this.#known.add(form);
    if (form.length < minLength) {
      this.#hasShort ||= form.length >= 4 && isUnlikeWord(form);
      return;
    }
    const start = form.slice(0, maxLength);
    const prefix = start.slice(0, minLength);
    const bucket = this.#byPrefix.get(prefix) ?? { byLength: new Map(), lengths: null, sorted: null };
    const same = bucket.byLength.get(start.length) ?? new Set();
    bucket.byLength.set(start.length, same.add(start));
    bucket.lengths = null;
    bucket.sorted = null;
    this.#byPrefix.set(prefix, bucket);
    this.#starts.add(startOf(form, 0));
  }

  /** The text with every known secret replaced. */
  replaceIn(text: string): string {
    if (this.#known.size === 0) return text;
    if (this.#known.has(text)) return placeholder;
    const unquoted = this.#withoutShort(text);
    let out = '';
    let copied = 0;
    for (let at = 0; at + minLength <= unquoted.length; at++) {
      if (!this.#starts.has(startOf(unquoted, at))) continue;
      const bucket = this.#byPrefix.get(unquoted.slice(at, at + minLength));
      const length = bucket === undefined ? 0 : lengthAt(unquoted, at, bucket);
      if (length === 0) continue;
      out += unquoted.slice(copied, at) + placeholder;
      copied = at + length;
      at = copied - 1;
    }
    return out + unquoted.slice(copied);
  }

  #withoutShort(text: string): string {
    const unquoted = text.includes('"')
      ? text.replace(/"([^"]{1,7})"/g, (match, inner: string) =>
          this.#known.has(inner) ? `"${placeholder}"` : match,
        )
      : text;
    if (!this.#hasShort) return unquoted;
    return unquoted.replace(shortWord, (word) =>
      this.#known.has(word) && isUnlikeWord(word) ? placeholder : word,
    );
  }
}

/** How much of the text at this place is a secret, whole or cut short by an ellipsis as rules cut long values; else 0. */
function lengthAt(text: string, at: number, bucket: Bucket): number {
  bucket.lengths ??= [...bucket.byLength.keys()].sort((a, b) => b - a);
  const whole = bucket.lengths.find((length) =>
    bucket.byLength.get(length)?.has(text.slice(at, at + length)),
  );
  if (whole !== undefined) return whole < maxLength ? whole : endOfWord(text, at + whole) - at;
  const cut = text.slice(at, at + maxLength).indexOf('…');
  if (cut < minLength) return 0;
  bucket.sorted ??= [...bucket.byLength.values()].flatMap((same) => [...same]).sort();
  const part = text.slice(at, at + cut);
  return firstFrom(bucket.sorted, part)?.startsWith(part) === true ? cut : 0;
}

/** The rest of a secret of which only the start is kept ends where a word does. */
function endOfWord(text: string, from: number): number {
  let end = from;
  while (end < text.length && !/[\s"'&;,<>]/.test(text.charAt(end))) end += 1;
  return end;
}

/** The first of a sorted list that is not before `value`. */
function firstFrom(sorted: readonly string[], value: string): string | undefined {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < value) low = middle + 1;
    else high = middle;
  }
  return sorted[low];
}

/** Two characters as one number: a cheap first test of a position. */
function startOf(text: string, at: number): number {
  return text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1);
}
