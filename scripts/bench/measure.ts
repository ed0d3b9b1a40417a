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

/** The same for work that is done in parts, each prepared out of the clock's sight: the fastest round's sum. */
export function fastestSum<Part>(
  rounds: number,
  parts: readonly Part[],
  prepare: (part: Part) => () => void,
): Took {
  const round = (): Took =>
    parts
      .map((part) => take(prepare(part)))
      .reduce((sum, each) => ({ wall: sum.wall + each.wall, cpu: sum.cpu + each.cpu }));
  round();
  const all = Array.from({ length: rounds }, round).sort(byWall);
  return all[0] ?? { wall: Number.NaN, cpu: Number.NaN };
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
