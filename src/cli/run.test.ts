import { describe, expect, it } from 'vitest';
import type { Io, ReadResult } from './io.ts';
import { run } from './run.ts';
import { allowedHar, blockedHar, emptyHar, fieldlessHar } from './samples.ts';

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function cli(
  argv: readonly string[],
  file: string | ReadResult = emptyHar,
  terminal = false,
): Promise<Ran> {
  let out = '';
  let err = '';
  const io: Io = {
    read: async () => (typeof file === 'string' ? { ok: true, text: file } : file),
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    outIsTerminal: terminal,
  };
  return { code: await run(argv, io), out, err };
}

describe('inspect', () => {
  it.each([
    ['a HAR without entries', 0, emptyHar],
    ['an allowed exchange', 0, allowedHar],
    ['a blocked exchange', 1, blockedHar],
  ])('%s exits %i', async (_name, code, har) => {
    const ran = await cli(['inspect', 'a.har'], har);
    expect([ran.code, ran.err]).toEqual([code, '']);
    expect(JSON.parse(ran.out)).toMatchObject({ schema: 'cors-inspector/report/1' });
  });

  it('names the reason and the root cause of what is blocked', async () => {
    const { out } = await cli(['inspect', '-'], blockedHar);
    const [exchange] = JSON.parse(out).exchanges;
    expect(exchange.verdict).toMatchObject({
      outcome: 'blocked',
      step: 'actual',
      code: 'MissingAllowOriginHeader',
      basis: 'certain',
    });
    expect(exchange.findings[0].severity).toBe('error');
  });

  it('writes text at a terminal and what was asked for elsewhere', async () => {
    expect((await cli(['inspect', 'a.har'], blockedHar, true)).out).not.toMatch(/^\{/);
    expect((await cli(['inspect', 'a.har', '--format', 'json'], blockedHar, true)).out).toMatch(/^\{/);
    expect((await cli(['inspect', 'a.har', '--format', 'markdown'], blockedHar)).out).toMatch(/^# /);
    expect((await cli(['inspect', 'a.har', '--format', 'html'], blockedHar)).out).toMatch(
      /^<!doctype html>/i,
    );
  });

  it('writes the handler in Node.js, or in the language that was asked for', async () => {
    const asMarkdown = ['inspect', 'a.har', '--format', 'markdown'];
    const { out } = await cli(asMarkdown, blockedHar);
    expect(out).toContain('```javascript');
    expect(out).not.toContain('lambda_handler');
    const asked = (await cli([...asMarkdown, '--handler', 'python'], blockedHar)).out;
    expect(asked).toContain('def lambda_handler(event, context):');
    expect(asked).not.toContain('```javascript');
  });

  it('hides tokens unless told not to', async () => {
    for (const format of ['json', 'markdown', 'html', 'har', 'text']) {
      expect((await cli(['inspect', 'a.har', '--format', format], blockedHar)).out).not.toContain('s3cret');
    }
    expect((await cli(['inspect', 'a.har', '--no-redact'], blockedHar)).out).toContain('s3cret');
  });
});

describe('a report of its own, or a HAR that it wrote', () => {
  it.each(['json', 'har'])('is inspected anew: %s', async (format) => {
    const file = (await cli(['inspect', 'a.har', '--format', format], blockedHar)).out;
    const first = JSON.parse((await cli(['inspect', 'a.har'], blockedHar)).out);
    const again = await cli(['inspect', 'report.json'], file);
    expect([again.code, again.err]).toEqual([1, '']);
    const read = JSON.parse(again.out);
    expect(read.exchanges.map(verdictAndRules)).toEqual(first.exchanges.map(verdictAndRules));
    expect(read.source.kind).toBe('har');
  });

  it('with a fault is one line', async () => {
    const ran = await cli(['inspect', 'r.json'], '{"schema":"cors-inspector/report/9"}');
    expect([ran.code, ran.out]).toEqual([2, '']);
    expect(ran.err).toMatch(/^cors-inspector: r\.json: a report of the form "cors-inspector\/report\/9"/);
  });
});

interface Told {
  readonly verdict: unknown;
  readonly findings: readonly { readonly rule: string }[];
}

const verdictAndRules = ({ verdict, findings }: Told): unknown => [verdict, findings.map(({ rule }) => rule)];

describe('bad input is one line that names the file and the place, and exit 2', () => {
  it.each([
    ['an empty file', '', /a\.har/],
    ['what is not JSON', 'GET / HTTP/1.1', /a\.har:1:1/],
    ['a truncated file', blockedHar.slice(0, 200), /a\.har:1:\d+.*cut off/],
    ['JSON that is not a HAR', '{"log":{}}', /a\.har.*log\.entries/],
    ['an entry without the usual fields', fieldlessHar, /a\.har.*entries\[1\]/],
    ['a missing file', { ok: false, reason: 'not-found' }, /a\.har: no such file/],
    ['a folder', { ok: false, reason: 'directory' }, /a\.har: is a directory/],
  ] as const)('%s', async (_name, file, message) => {
    const ran = await cli(['inspect', 'a.har'], file);
    expect([ran.code, ran.out]).toEqual([2, '']);
    expect(ran.err).toMatch(message);
    expect(ran.err.trimEnd().split('\n')).toHaveLength(1);
  });

  it('shows control characters of a file name as escapes', async () => {
    expect((await cli(['inspect', 'a\u001b[31m.har'], { ok: false, reason: 'not-found' })).err).not.toContain(
      '\u001b',
    );
  });
});

describe('usage', () => {
  it.each([
    [[], /no command/],
    [['inspect'], /needs a HAR file/],
    [['inspect', 'a', 'b'], /one file/],
    [['inspect', 'a', '--format', 'pdf'], /unknown format "pdf"/],
    [['inspect', 'a', '--handler', 'cobol'], /unknown language "cobol"; choose one of nodejs, /],
    [['fix', 'a', '--handler', 'go'], /--handler goes with --format handler/],
    [['fix', 'a', '--format', 'handler', '--handler', 'cobol'], /unknown language "cobol"/],
    [['verify', 'a', '--template', 't', '--handler', 'go'], /verify does not take --handler/],
    [['inspect', 'a', '--colour'], /colour/],
    [['inspect', '-', '--template', '-'], /cannot both come from standard input/],
    [['fix', 'a', '--api', 'X'], /--api names an API of a --template/],
    [['fix', 'a', '--format', 'diff'], /--format diff needs a --template/],
    [
      ['fix', 'a', '--format', 'json', '--template', 't'],
      /unknown format "json"; choose one of diff, template, snippet/,
    ],
    [['fix', 'a', '--no-redact'], /fix does not take --no-redact/],
    [['fix', '-', '--template', '-'], /cannot both come from standard input/],
    [['verify', 'a'], /verify needs --template/],
    [['verify', 'a', '--template', 't', '--format', 'diff'], /verify does not take --format/],
    [['inspect', 'a', '--api', 'X'], /inspect does not take --api/],
    [['verify', 'a', '--template', 't', '--stages'], /verify does not take --stages/],
    [['explode'], /unknown command/],
  ] as const)('%j is refused', async (argv, message) => {
    const ran = await cli(argv);
    expect([ran.code, ran.out]).toEqual([2, '']);
    expect(ran.err).toMatch(message);
  });

  it('says how it is used and which version it is', async () => {
    expect((await cli(['--help'])).out).toMatch(/^Usage: cors-inspector inspect/);
    expect((await cli(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});
