import type { Place } from '../../template/index.ts';
import type { Impossible } from './change.ts';

/** Carries out of nested writing why a template cannot be changed so; thrown and caught within this folder. */
export class Refused extends Error {
  constructor(
    readonly reason: Impossible,
    readonly place: Place | null,
    readonly nearest: string,
  ) {
    super(reason);
  }
}

/** An edit that would change what others share through an alias or a merge key. */
export const sharedByAlias = (place: Place): Refused =>
  new Refused(
    'shared-by-alias',
    place,
    'Write the values out here, in the place of the alias or merge key, so that the others that share them stay as they are. Then merge again.',
  );
