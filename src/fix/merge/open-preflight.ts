import { type Value, valueAt } from '../../template/index.ts';
import type { Change } from './change.ts';
import type { Target } from './target.ts';
import { isTrue } from './texts.ts';
import { mapWish, type ScalarWish, type Wish } from './wish.ts';

/** The flags under `Auth` that leave SAM's OPTIONS methods open, where something stands before them. */
export function openPreflight(target: Target, change: Change): readonly (readonly [string, Wish])[] {
  const at = (key: string) => valueAt(target.local, 'Auth', key) ?? valueAt(target.global, 'Auth', key);
  const flags: readonly (readonly [string, Wish])[] = [
    ...(change.openAuthorizer && at('DefaultAuthorizer') !== null
      ? [['AddDefaultAuthorizerToCorsPreflight', no] as const]
      : []),
    ...(change.openApiKey && isWanted(at('ApiKeyRequired'))
      ? [['AddApiKeyRequiredToCorsPreflight', no] as const]
      : []),
  ];
  return flags.length === 0 ? [] : [['Auth', mapWish(flags)]];
}

const isWanted = (value: Value | null) =>
  value !== null && (value.kind !== 'scalar' || isTrue(value) || Boolean(value.value));

const no: ScalarWish = {
  kind: 'scalar',
  data: () => false,
  says: (value) => value.kind === 'scalar' && value.value === false,
};
