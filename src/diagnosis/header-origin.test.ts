import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allAdvice, sourcesTold, toolFinder, traced } from './header-origin.ts';
import { headerTools } from './header-tools.ts';

const by = (name: string, asked: readonly string[] = [name]) =>
  toolFinder(asked)(name).map((tool) => tool.by);

describe('the table', () => {
  const own = headerTools.flatMap((tool) => tool.own);
  test('no header belongs to two tools', () => {
    expect(new Set(own).size).toBe(own.length);
  });
  test.each(headerTools.map((tool) => [tool.by, tool] as const))(
    '%s is found by each of its headers',
    (who, tool) => {
      for (const pattern of tool.own) expect(by(pattern.replace('*', 'any'))).toEqual([who]);
      for (const pattern of tool.also)
        expect(by(pattern.replace('*', 'any'), [tool.own[0]?.replace('*', 'any') ?? ''])).toEqual([who]);
    },
  );
  test.each(headerTools.map(({ advice }) => [advice]))('is a command in one sentence: %s', (advice) => {
    expect(advice).toMatch(/^[a-z].*[^.]$/);
  });
});

test('a header of its own tells whose a shared one is; without it all that know it are named', () => {
  expect(by('baggage')).toEqual(['OpenTelemetry', 'Sentry']);
  expect(by('baggage', ['baggage', 'Sentry-Trace'])).toEqual(['Sentry']);
  expect(by('authorization')).toEqual([]);
  expect(by('content-type', ['content-type', 'x-amz-date'])).toEqual([]);
});

test('any names: none is lost or told twice, and the sentence stays bounded', () => {
  const known = headerTools
    .flatMap(({ own, also }) => [...own, ...also])
    .map((name) => name.replace('*', 'z'));
  const name = fc.oneof(fc.constantFrom(...known), fc.string());
  fc.assert(
    fc.property(fc.uniqueArray(name), (names) => {
      const told = traced(names, names).flatMap((group) => group.names);
      expect([...told].sort()).toEqual(names.filter((one) => toolFinder(names)(one).length > 0).sort());
      expect(sourcesTold(traced(names, names)).length).toBeLessThan(20_000);
    }),
  );
});

test('the table as one sentence names every tool with its headers', () => {
  expect(allAdvice('tracing')).toContain(
    'Sentry (`sentry-trace`): take this API out of `tracePropagationTargets`; ',
  );
  expect(allAdvice('tracing')).not.toContain('x-api-key');
  expect(allAdvice('sdk')).toMatch(/`x-api-key`.*\.$/);
});
