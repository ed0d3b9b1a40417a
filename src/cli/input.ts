import { decodeFile, describeFileFault } from '../capture/index.ts';
import type { LoadedTemplate } from '../diagnosis/index.ts';
import { keepTemplate, runPipe } from '../session/index.ts';
import type { Io, ReadFault } from './io.ts';

const readFaults: Readonly<Record<ReadFault, string>> = {
  'not-found': 'no such file',
  directory: 'is a directory, not a file',
  denied: 'permission to read it was denied',
  'too-large': 'is too large to be read as one text',
  unreadable: 'cannot be read',
};

/** A file's text with the name under which messages speak of it. */
export interface Named {
  readonly name: string;
  readonly text: string;
}

export type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly message: string };

/** Reads a file, or standard input for `-`. */
export async function readNamed(io: Io, file: string): Promise<Read<Named>> {
  const name = file === '-' ? 'standard input' : file;
  const read = await io.read(file);
  if (!read.ok) return { ok: false, message: `${name}: ${readFaults[read.reason]}` };
  return { ok: true, value: { name, text: read.text } };
}

/** The capture through the whole pipe, and the template beside it. */
export interface Captured extends ReturnType<typeof runPipe> {
  readonly loaded: LoadedTemplate | null;
}

export function readCapture(har: Named, template: Named | null): Read<Captured> {
  const decoded = decodeFile(har.text);
  if (!decoded.ok) return { ok: false, message: describeFileFault(decoded.fault, har.name) };
  const kept = template === null ? null : keepTemplate(template.name, template.text);
  const fault = kept?.state.fault ?? null;
  if (kept !== null && fault !== null)
    return { ok: false, message: `${kept.state.name}:${fault.line}:${fault.column}: ${fault.text}` };
  const { events, stored, browser } = decoded.file;
  const loaded = kept?.loaded ?? null;
  return {
    ok: true,
    value: { loaded, ...runPipe({ events, stored, source: 'har', browser, template: loaded }) },
  };
}
