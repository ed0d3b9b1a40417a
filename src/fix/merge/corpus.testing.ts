import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Policy } from '../../gateway/index.ts';
import type { Change, Impossible } from './change.ts';

/** A template of the corpus, and what is to become of it. */
export interface CorpusCase {
  readonly file: string;
  readonly text: string;
  /** The API's logical id; null for the only one. */
  readonly api: string | null;
  readonly change: Change;
  readonly impossible: Impossible | null;
}

interface Written extends Partial<Omit<Change, 'policy'>> {
  readonly policy?: Partial<Policy>;
  readonly api?: string;
  readonly impossible?: Impossible;
}

const folder = join(import.meta.dirname, 'corpus');

/** The templates beside `changes.json`, which says for some of them what is not by default. */
export function corpus(): readonly CorpusCase[] {
  const all: Readonly<Record<string, Written>> = JSON.parse(
    readFileSync(join(folder, 'changes.json'), 'utf8'),
  );
  return readdirSync(folder)
    .filter((file) => /\.(?:yaml|json)$/.test(file) && file !== 'changes.json')
    .sort()
    .map((file) => {
      const { policy, api = null, impossible = null, ...flags } = all[file] ?? {};
      const change: Change = {
        policy: {
          origins: ['https://app.example.com'],
          methods: ['GET', 'POST'],
          headers: ['content-type'],
          exposeHeaders: [],
          credentials: false,
          maxAge: null,
          ...policy,
        },
        openAuthorizer: true,
        openApiKey: true,
        errorHeaders: false,
        explicitRoutes: false,
        ...flags,
      };
      return { file, text: readFileSync(join(folder, file), 'utf8'), api, change, impossible };
    });
}

/** The diff that a careful person would make of it, as it was read and kept. */
export const keptDiff = (file: string): string => readFileSync(join(folder, `${file}.diff`), 'utf8');
