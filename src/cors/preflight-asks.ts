import { isNamed, joinedTo } from './header-list.ts';
import type { HeaderLines } from './headers.ts';

/** What a preflight asks leave for; each null where no line carries it. */
export interface PreflightAsks {
  readonly acrm: string | null;
  readonly acrh: string | null;
}

/** Reads both in one pass: of every exchange with a preflight they are asked. */
export function preflightAsks(lines: HeaderLines): PreflightAsks {
  let acrm: string | null = null;
  let acrh: string | null = null;
  for (const line of lines) {
    if (isNamed(line[0], 'access-control-request-method')) acrm = joinedTo(acrm, line[1]);
    else if (isNamed(line[0], 'access-control-request-headers')) acrh = joinedTo(acrh, line[1]);
  }
  return { acrm, acrh };
}
