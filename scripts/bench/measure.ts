/** Milliseconds: of the clock, and of all processor time that this process used, its collector's threads included. */
export interface Took {
  readonly wall: number;
  readonly cpu: number;
}

export function take(work: () => void): Took {
  const cpuBefore = process.cpuUsage();
  const before = performance.now();
  work();
  const wall = performance.now() - before;
  const { user, system } = process.cpuUsage(cpuBefore);
  return { wall, cpu: (user + system) / 1000 };
}

const byWall = (a: Took, b: Took): number => a.wall - b.wall;

/** The fastest of several rounds after one that only warms up: other work on the machine only ever slows. */
export function fastest(rounds: number, prepare: () => () => void): Took {
  take(prepare());
  const round = (): Took => {
    const work = prepare();
    globalThis.gc?.();
    return take(work);
  };
  const all = Array.from({ length: rounds }, round).sort(byWall);
  return all[0] ?? { wall: Number.NaN, cpu: Number.NaN };
}

/**
 * One round of work that is done in parts, each prepared out of the clock's sight, with what the preparation left behind;
 * what the work itself leaves behind is collected within it.
 */
export function round<Part>(parts: readonly Part[], prepare: (part: Part) => () => void): Took {
  return parts
    .map((part) => {
      const work = prepare(part);
      // What outlives two collections is old, and looked at no more.
      collectYoung();
      collectYoung();
      return take(() => {
        work();
        collectYoung();
      });
    })
    .reduce((sum, each) => ({ wall: sum.wall + each.wall, cpu: sum.cpu + each.cpu }));
}

const collectYoung = (): void => globalThis.gc?.({ type: 'minor' });

/** The fastest round and the one in the middle, by the clock. */
export function ranked(rounds: readonly Took[]): { readonly fastest: Took; readonly median: Took } {
  const sorted = [...rounds].sort(byWall);
  const none: Took = { wall: Number.NaN, cpu: Number.NaN };
  return { fastest: sorted[0] ?? none, median: sorted[Math.floor(sorted.length / 2)] ?? none };
}

/** Bytes of the heap that `make` leaves behind, with what holds them. */
export function kept<T>(make: () => T): { readonly bytes: number; readonly value: T } {
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const value = make();
  globalThis.gc?.();
  return { bytes: process.memoryUsage().heapUsed - before, value };
}

export const whole = (value: number): string => Math.round(value).toLocaleString('en-US');
