import type { Fix } from '../../fix/index.ts';

const names: Readonly<Record<string, string>> = {
  Globals: 'Globals',
  resource: 'Resource',
  function: 'Function',
  'stage-parameter': 'Per stage',
  'aws-cli': 'AWS CLI',
  routes: 'Routes',
  'options-route': 'OPTIONS route',
  'own-options': 'Own OPTIONS',
  'function-events': 'OPTIONS events',
};

/** A short, distinct label per fix, in order: its target, or its title where two share a target. */
export function targetLabels(fixes: readonly Fix[]): readonly string[] {
  return fixes.map(({ kind, target, title }) => {
    if (kind === 'handler') return 'Handler';
    const shared = fixes.filter((fix) => fix.target === target).length > 1;
    return shared ? title : (names[target] ?? target);
  });
}
