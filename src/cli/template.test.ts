import { describe, expect, it } from 'vitest';
import type { Io } from './io.ts';
import { run } from './run.ts';
import { severalHar, severalTemplate } from './samples.ts';

async function cli(argv: readonly string[], template: string) {
  const ran = { code: 0, out: '', err: '' };
  const io: Io = {
    read: async (file) =>
      file === 'gone.yaml'
        ? { ok: false, reason: 'not-found' }
        : { ok: true, text: file.endsWith('.har') ? severalHar : template },
    out: (text) => {
      ran.out += text;
    },
    err: (text) => {
      ran.err += text;
    },
    outIsTerminal: false,
  };
  ran.code = await run(['inspect', 'a.har', ...argv], io);
  return ran;
}

describe('inspect --template', () => {
  it('names the template’s setting first, with line and column', async () => {
    const { code, out } = await cli(['--template', 'template.yaml'], severalTemplate);
    expect(code).toBe(1);
    const report = JSON.parse(out);
    const [root, ...others] = report.exchanges[0].findings;
    expect(root).toMatchObject({
      rule: 'template-several-origins',
      evidence: [{ message: 'template', line: 5, column: 20 }, {}, {}],
    });
    expect(others.map(({ causedBy }: { causedBy: string }) => causedBy)).toContain(root.rule);
    expect(report.template).toMatchObject({ name: 'template.yaml', warnings: [] });
    expect(report.template.findings.map(({ rule }: { rule: string }) => rule)).toContain(root.rule);
  });

  it.each(['text', 'markdown', 'html'])('tells it in %s', async (format) => {
    const { out } = await cli(['--template', 'template.yaml', '--format', format], severalTemplate);
    expect(out).toMatch(/Template .*template\.yaml/);
    expect(out).toContain('template line 5, column 20');
  });

  it('goes by the wire alone without one', async () => {
    const report = JSON.parse((await cli([], '')).out);
    expect(report.exchanges[0].findings[0].rule).not.toMatch(/^template-/);
    expect(report.template).toBeNull();
  });

  it.each([
    ['broken.yaml', 'Resources:\n\tApi: {}\n', 'broken.yaml:2:1: a tab indents this line'],
    ['twice.yaml', 'Resources: {}\nResources: {}\n', 'twice.yaml:2:1: the key "Resources" stands twice'],
    ['gone.yaml', '', 'gone.yaml: no such file'],
    ['empty.yaml', '', 'empty.yaml:1:1: no `Resources` map'],
  ])('refuses %s with one line and writes nothing', async (name, text, message) => {
    const { code, out, err } = await cli(['--template', name], text);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  });
});
