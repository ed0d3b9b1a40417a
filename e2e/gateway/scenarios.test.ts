/** Every root cause that the emulator can make has its scenario, and no scenario expects a cause that does not exist. */
import { expect, test } from 'vitest';
import { rules } from '../../src/diagnosis/index.ts';
import { scenariosFor } from './scenarios.ts';

const scenarios = scenariosFor('http://localhost:3000');
const expected = new Set(scenarios.flatMap(({ expectedRule }) => expectedRule ?? []));

test.each(rules.filter(({ meta }) => meta.noScenario === undefined).map(({ id }) => id))(
  '%s comes first in a scenario',
  (id) => {
    expect(expected).toContain(id);
  },
);

test.each(rules.filter(({ meta }) => meta.noScenario !== undefined).map(({ id }) => id))(
  '%s has none, as it says',
  (id) => {
    expect(expected).not.toContain(id);
  },
);

test('what scenarios expect are rules, and their names are their own', () => {
  const ids = new Set(rules.map(({ id }) => id));
  for (const id of expected) expect(ids).toContain(id);
  expect(new Set(scenarios.map(({ id }) => id)).size).toBe(scenarios.length);
});
