import { mkdirSync, writeFileSync } from 'node:fs';

/** Leaves a raw capture of the last run in `out/oracle/`, to look into a fault. */
export function keep(name: string, text: string): void {
  mkdirSync('out/oracle', { recursive: true });
  writeFileSync(`out/oracle/${name}`, text);
}
