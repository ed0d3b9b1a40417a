import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Policy } from '../../gateway/index.ts';
import { policy } from '../judged.testing.ts';
import { two } from './events.testing.ts';
import type { HandlerLanguage, HandlerShape } from './handler.ts';
import { hostilePolicy } from './running.testing.ts';
import { type Read, readBy, type TreeSitter } from './syntax.testing.ts';
import { itNeeds } from './tool.testing.ts';
import { handlerLanguages, writeHandler } from './write-handler.ts';

const require = createRequire(import.meta.url);

/** Null where the packages were installed before this one was needed. */
function load(): TreeSitter | null {
  try {
    return require('@vscode/tree-sitter-wasm');
  } catch {
    return null;
  }
}

const treeSitter = load();
/** Once: a second start would leave the first one's grammars behind. */
const ready = treeSitter?.Parser.init();

/** The reader of one language, from the grammars that VS Code ships. */
async function readerOf(language: string): Promise<Read> {
  if (treeSitter === null) throw new Error('@vscode/tree-sitter-wasm is not installed');
  await ready;
  const parser = new treeSitter.Parser();
  const file = `tree-sitter-${grammars[language] ?? language}.wasm`;
  const folder = dirname(require.resolve('@vscode/tree-sitter-wasm'));
  parser.setLanguage(await treeSitter.Language.load(join(folder, file)));
  return readBy(parser);
}

const grammars: Readonly<Record<string, string>> = { csharp: 'c-sharp' };

const policies: readonly Policy[] = [
  policy(),
  two,
  policy({ credentials: true }),
  policy({ exposeHeaders: ['etag'], maxAge: 0 }),
  policy({ methods: [] }),
  policy({ origins: ['*'], headers: ['x-a'] }),
];

const both = [false, true];

/** Every kind of text that a language has. */
const textsOf = ({ target }: HandlerLanguage): readonly string[] => {
  const shapes: readonly HandlerShape[] = [
    ...policies.flatMap((wanted) =>
      both.map((answersPreflight) => ({ gateway: 'rest', policy: wanted, answersPreflight }) as const),
    ),
    ...both.map((answersPreflight) => ({ gateway: 'http', answersPreflight }) as const),
    { gateway: 'function-url', answersPreflight: false },
  ];
  return shapes.map((shape) => writeHandler(shape, target).text);
};

const plain = (values: readonly string[]): readonly string[] => values.map((_, index) => `a${index}`);

/** The same policy with harmless strings. */
const tamed = (wanted: Policy): Policy => ({
  ...wanted,
  origins: plain(wanted.origins),
  methods: plain(wanted.methods),
  headers: plain(wanted.headers),
  exposeHeaders: plain(wanted.exposeHeaders),
});

describe.each(handlerLanguages)('the $name handlers', (language) => {
  itNeeds({ name: '@vscode/tree-sitter-wasm', isThere: treeSitter !== null, demandedBy: 'CI' }, () => {
    it('parse', async () => {
      const read = await readerOf(language.language);
      for (const text of textsOf(language)) expect(read(text), text).toMatchObject({ broken: false });
    });

    it('are as they would be without hostile strings, but for what stands in literals', async () => {
      const read = await readerOf(language.language);
      fc.assert(
        fc.property(hostilePolicy, fc.boolean(), (wanted, answersPreflight) => {
          fc.pre(!wanted.origins.includes('*'));
          const text = language.rest({ gateway: 'rest', policy: wanted, answersPreflight });
          expect(read(text)).toEqual(
            read(language.rest({ gateway: 'rest', policy: tamed(wanted), answersPreflight })),
          );
          expect(text).toMatch(/^[\n\t\x20-\x7e]*$/);
        }),
      );
    });
  });

  it('have no line with blanks at its end, and one line end after the last', () => {
    for (const text of textsOf(language)) {
      expect(text).not.toMatch(/[ \t]$/m);
      expect(text).not.toMatch(/\n\n\n\n/);
      expect(text).toMatch(/[^\n]\n$/);
    }
  });
});
