import { parseTemplate, type Template } from '../../template/index.ts';

/** What the official translator made of a template, or why it refused it. See `scripts/import-sam.mjs`. */
export interface Translated {
  readonly name: string;
  readonly template: string;
  readonly error?: string;
  readonly made?: {
    readonly rest: Readonly<Record<string, readonly TranslatedOptions[]>>;
    readonly http: Readonly<Record<string, unknown>>;
    readonly urls: Readonly<Record<string, unknown>>;
  };
}

export interface TranslatedOptions {
  readonly path: string;
  readonly condition: string | null;
  readonly type: string | null;
  readonly security: readonly string[];
  readonly headers: Readonly<Record<string, unknown>>;
}

/** Reads a template that must be readable. */
export function templateOf(text: string): Template {
  const read = parseTemplate(text);
  if (!read.ok) throw new Error(`${read.fault.reason} at line ${read.fault.place.line}`);
  return read.template;
}
