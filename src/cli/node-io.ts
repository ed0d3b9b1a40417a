import { readFile } from 'node:fs/promises';
import { text as readAll } from 'node:stream/consumers';
import type { Io, ReadFault } from './io.ts';

const faults: Readonly<Record<string, ReadFault>> = {
  ENOENT: 'not-found',
  ENOTDIR: 'not-found',
  EISDIR: 'directory',
  EACCES: 'denied',
  EPERM: 'denied',
  ERR_STRING_TOO_LONG: 'too-large',
  ERR_FS_FILE_TOO_LARGE: 'too-large',
};

function faultOf(error: unknown): ReadFault {
  if (!(error instanceof Error) || !('code' in error)) return 'unreadable';
  return faults[String(error.code)] ?? 'unreadable';
}

/** The real outside: files, standard streams. */
export const nodeIo: Io = {
  read: async (file) => {
    try {
      return { ok: true, text: file === '-' ? await readAll(process.stdin) : await readFile(file, 'utf8') };
    } catch (error) {
      return { ok: false, reason: faultOf(error) };
    }
  },
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  outIsTerminal: process.stdout.isTTY === true,
};
