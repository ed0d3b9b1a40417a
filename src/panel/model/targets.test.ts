import { expect, test } from 'vitest';
import type { Fix } from '../../fix/index.ts';
import { oneHandler, targetLabels } from './targets.ts';

const fix = (target: string, title: string): Fix => ({
  kind: 'sam',
  target,
  title,
  language: 'yaml',
  text: '',
});

const handler = (target: string): Fix => ({ ...fix(target, target), kind: 'handler' });

test.each([
  ['python', ['Globals', 'python', 'x']],
  ['cobol', ['Globals', 'nodejs', 'x']],
  [null, ['Globals', 'nodejs', 'x']],
])('of the handlers only the one in %s', (wanted, expected) => {
  const fixes = [fix('Globals', 'a'), handler('nodejs'), handler('python'), fix('x', 'c')];
  expect(oneHandler(fixes, wanted).map(({ target }) => target)).toEqual(expected);
});

test('targets by short names; by their titles where two share one', () => {
  const fixes = [
    fix('Globals', 'a'),
    fix('resource', 'CORS'),
    fix('resource', 'Errors'),
    handler('nodejs'),
    fix('x', 'c'),
  ];
  expect(targetLabels(fixes)).toEqual(['Globals', 'CORS', 'Errors', 'Handler', 'x']);
});
