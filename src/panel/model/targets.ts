import type { Fix } from '../../fix/index.ts';

const names: Readonly<Record<string, string>> = {
  Globals: 'Globals',
  resource: 'Resource',
};

/**
 * The fixes among which one chooses where the change goes: of the handlers, which differ in their language only, the one
 * in the language that is wanted, else the first.
 */
export function oneHandler(fixes: readonly Fix[], wanted: string | null): readonly Fix[] {
  const handlers = fixes.filter(({ kind }) => kind === 'handler');
  const shown = handlers.find(({ target }) => target === wanted) ?? handlers[0];
  return fixes.filter((fix) => fix.kind !== 'handler' || fix === shown);
}

/** A short, distinct label per fix, in order: its target, or its title where two share a target. */
export function targetLabels(fixes: readonly Fix[]): readonly string[] {
  return fixes.map(({ kind, target, title }) => {
    if (kind === 'handler') return 'Handler';
    const shared = fixes.filter((fix) => fix.target === target).length > 1;
    return shared ? title : (names[target] ?? target);
  });
}
