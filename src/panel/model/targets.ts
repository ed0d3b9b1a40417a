import type { Fix } from '../../fix/index.ts';

/** The target of the fixes that choose the origins by a template Parameter, which stand in `Globals` or on the resources. */
const perStage = 'stage-parameter';

/** How the choice of them begins. */
export const perStageLabel = 'Per stage';

const names: Readonly<Record<string, string>> = {
  Globals: 'Globals',
  resource: 'Resource',
  function: 'Function',
  [perStage]: perStageLabel,
  'aws-cli': 'AWS CLI',
  routes: 'Routes',
  'options-route': 'OPTIONS route',
  'own-options': 'Own OPTIONS',
  'function-events': 'OPTIONS events',
};

/** A short, distinct label per fix, in order: its target, or its title where two share a target. */
export function targetLabels(fixes: readonly Fix[]): readonly string[] {
  return fixes.map(({ kind, target, title, text }) => {
    if (kind === 'handler') return 'Handler';
    const shared = fixes.filter((fix) => fix.target === target).length > 1;
    if (shared && target === perStage)
      return text.includes('\nGlobals:') ? perStageLabel : `${perStageLabel}, resource`;
    return shared ? title : (names[target] ?? target);
  });
}
