import { encoded } from './scrub.ts';
import { decoded, placeholder } from './sensitive.ts';

/** Shorter secrets are common words (`true`, `en-US`): they are replaced only where they stand alone or in quotes. */
const minLength = 8;
/** A secret whose form says nothing is still recognised when it is copied elsewhere; so many are remembered. */
const maxSecrets = 100_000;

/** The secrets of one capture, with which copies of them in other places are found. */
export class Secrets {
  readonly #known = new Set<string>();
  readonly #byPrefix = new Map<string, string[]>();
  readonly #starts = new Set<number>();
  readonly #isPublic: (value: string) => boolean;

  /** `isPublic` exempts values that a report must show whatever repeats them: origins, header names, `true`. */
  constructor(isPublic: (value: string) => boolean) {
    this.#isPublic = isPublic;
  }

  /** Remembers a secret: as it stood, percent-decoded, percent-encoded, and escaped as within quotes. */
  add(secret: string): void {
    const plain = decoded(secret);
    for (const form of new Set([secret, plain, encoded(plain), JSON.stringify(secret).slice(1, -1)]))
      this.#addForm(form.trim());
  }

  #addForm(form: string): void {
    if (form === '' || form === placeholder || this.#known.size >= maxSecrets) return;
    if (this.#known.has(form) || this.#isPublic(form)) return;
    this.#known.add(form);
    if (form.length < minLength) return;
    const prefix = form.slice(0, minLength);
    const bucket = this.#byPrefix.get(prefix) ?? [];
    bucket.push(form);
    bucket.sort((a, b) => b.length - a.length);
    this.#byPrefix.set(prefix, bucket);
    this.#starts.add(startOf(form, 0));
  }

  /** The text with every known secret replaced; time is linear in the text. */
  replaceIn(text: string): string {
    if (this.#known.size === 0) return text;
    if (this.#known.has(text)) return placeholder;
    const unquoted = text.includes('"')
      ? text.replace(/"([^"]{1,7})"/g, (match, inner: string) =>
          this.#known.has(inner) ? `"${placeholder}"` : match,
        )
      : text;
    let out = '';
    let copied = 0;
    for (let at = 0; at + minLength <= unquoted.length; at++) {
      if (!this.#starts.has(startOf(unquoted, at))) continue;
      const bucket = this.#byPrefix.get(unquoted.slice(at, at + minLength));
      const length = bucket?.map((secret) => lengthAt(unquoted, at, secret)).find((found) => found > 0);
      if (length === undefined) continue;
      out += unquoted.slice(copied, at) + placeholder;
      copied = at + length;
      at = copied - 1;
    }
    return out + unquoted.slice(copied);
  }
}

/** How much of the text is the secret, whole or cut short by an ellipsis as rules cut long values; 0 where it is not. */
function lengthAt(text: string, at: number, secret: string): number {
  if (text.startsWith(secret, at)) return secret.length;
  let length = 0;
  while (length < secret.length && text[at + length] === secret[length]) length++;
  return text[at + length] === '…' ? length : 0;
}

/** Two characters as one number: a cheap first test of a position. */
function startOf(text: string, at: number): number {
  return text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1);
}
