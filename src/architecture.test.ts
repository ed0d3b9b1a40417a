/** The house's own rules: imports go one way, the core knows no browser, files stay small, markup is never built from text. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

const src = import.meta.dirname;

/** In the order in which data flows: a room imports only rooms before it. */
const rooms = [
  'cors',
  'exchange',
  'capture',
  'template',
  'gateway',
  'diagnosis',
  'fix',
  'report',
  'session',
  'extension',
  'panel',
  'cli',
];
const edges = ['extension', 'panel', 'cli'];

interface Source {
  readonly path: string;
  readonly room: string;
  readonly text: string;
  readonly imports: readonly string[];
  readonly isTest: boolean;
}

const importPattern =
  /(?:^|\n)\s*(?:import|export)\b[^'";]*?from\s*'([^']+)'|\bimport\(\s*'([^']+)'\s*\)|(?:^|\n)\s*import\s*'([^']+)'/g;

const sources: readonly Source[] = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && path.includes(sep))
  .map((path) => {
    const text = readFileSync(join(src, path), 'utf8');
    const imports = [...text.matchAll(importPattern)].map(
      ([, from, dynamic, bare]) => from ?? dynamic ?? bare ?? '',
    );
    return { path, room: path.split(sep)[0] ?? '', text, imports, isTest: /\.test\.tsx?$/.test(path) };
  });

/** The room and the path in it that a relative import leads to; null for a package. */
function target(source: Source, specifier: string): { readonly room: string; readonly file: string } | null {
  if (!specifier.startsWith('.')) return null;
  const [room = '', ...rest] = relative(src, resolve(src, dirname(source.path), specifier)).split(sep);
  return { room, file: rest.join('/') };
}

/** Why an import may not stand there; null where it may. */
function fault(source: Source, specifier: string): string | null {
  const to = target(source, specifier);
  if (to === null) {
    const pure = !edges.includes(source.room) && !source.isTest;
    if (specifier === 'webextension-polyfill' && source.path !== join('extension', 'browser.ts')) {
      const forUse = /(?:^|\n)(?:import|export)\s+(?!type\b)[^;]*'webextension-polyfill'/.test(source.text);
      return source.room === 'extension' && !forUse ? null : 'the polyfill has one module';
    }
    if (pure && specifier.startsWith('node:')) return 'the core knows no Node';
    return pure && /preact|playwright/.test(specifier) ? 'the core knows no view' : null;
  }
  if (to.room === source.room || !rooms.includes(to.room)) return null;
  if (edges.includes(to.room)) return 'nobody imports an edge';
  if (rooms.indexOf(to.room) > rooms.indexOf(source.room)) return 'imports go one way';
  return to.file === 'index.ts' || source.isTest ? null : 'a room is entered through its index';
}

describe('the rooms', () => {
  it('every folder is a room that the order knows', () => {
    expect(new Set(sources.map(({ room }) => room))).toEqual(
      new Set(rooms.filter((room) => sources.some((source) => source.room === room))),
    );
    for (const { room, path } of sources) expect(rooms, path).toContain(room);
  });

  it('imports go one way, through the index, and the core knows neither browser nor Node', () => {
    const faults = sources.flatMap((source) =>
      source.imports.flatMap((specifier) => {
        const why = fault(source, specifier);
        return why === null ? [] : [`${source.path} imports ${specifier}: ${why}`];
      }),
    );
    expect(faults).toEqual([]);
  });

  it.each([
    ['cors/a.ts', '../exchange/index.ts', 'imports go one way'],
    ['cors/a.ts', 'node:fs', 'the core knows no Node'],
    ['fix/a.ts', '../cors/headers.ts', 'a room is entered through its index'],
    ['panel/a.ts', '../extension/browser.ts', 'nobody imports an edge'],
    ['session/a.ts', 'webextension-polyfill', 'the polyfill has one module'],
    ['extension/a.ts', 'webextension-polyfill', 'the polyfill has one module'],
    ['fix/a.ts', '../cors/index.ts', null],
    ['cli/a.ts', 'node:fs', null],
  ])('%s importing %s: %s', (path, specifier, expected) => {
    const source = {
      path: path.replaceAll('/', sep),
      room: path.split('/')[0] ?? '',
      text: `import { a } from '${specifier}';\n`,
      imports: [],
      isTest: false,
    };
    expect(fault(source, specifier)).toBe(expected);
  });

  it('the core names no global of a browser', () => {
    const global = /\b(?:window|document|navigator|localStorage|chrome|browser)\.[a-z]/;
    const core = sources.filter(({ room, isTest }) => !edges.includes(room) && !isTest);
    const code = (text: string): string => text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*|'[^'\n]*'|`[^`]*`/g, '');
    expect(core.filter(({ text }) => global.test(code(text))).map(({ path }) => path)).toEqual([]);
  });
});

describe('the files', () => {
  it('none is over 400 lines', () => {
    const long = sources.filter(({ text }) => text.split('\n').length > 401);
    expect(long.map(({ path }) => path)).toEqual([]);
  });

  it('no text becomes markup or code', () => {
    // A number is nobody's text: with it the page is asked whether it may be asked.
    const sink = /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\((?!'0'\))|new Function\(/;
    expect(sources.filter(({ text, isTest }) => !isTest && sink.test(text)).map(({ path }) => path)).toEqual(
      [],
    );
  });
});
