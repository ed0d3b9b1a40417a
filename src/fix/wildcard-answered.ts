import type { HeaderLines } from '../cors/index.ts';
import type { Judged } from '../diagnosis/index.ts';

const names: ReadonlySet<string> = new Set([
  'access-control-allow-origin',
  'access-control-allow-methods',
  'access-control-allow-headers',
]);

/** Whether a captured answer allowed everything by `*`: a fix that lists what was needed then takes something away. */
export function answersWildcard(judged: readonly Judged[]): boolean {
  return judged.some(({ exchange }) =>
    exchange.hops.some(
      ({ preflight, actual }) =>
        allowsAll(preflight?.response?.headers) || allowsAll(actual?.response?.headers),
    ),
  );
}

function allowsAll(headers: HeaderLines = []): boolean {
  // Asked of every header of a large capture: the length rules most of them out.
  return headers.some(
    ([name, value]) =>
      name.length >= 27 &&
      name.length <= 28 &&
      value.includes('*') &&
      names.has(name.toLowerCase()) &&
      value.split(',', 100).some((item) => item.trim() === '*'),
  );
}
