/** `npm run oracle -- --seed N --count N`: prints the figures; the faults are left in `out/oracle-faults.jsonl`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Compared } from './compare.ts';
import { runOracle } from './run.ts';

const { values } = parseArgs({
  options: { seed: { type: 'string', default: '1' }, count: { type: 'string', default: '500' } },
});
const { seconds, har, webRequest } = await runOracle(Number(values.seed), Number(values.count));

function print(name: string, { cases, captured, assumed, wrong, codes }: Compared): void {
  const share = ((100 * assumed) / Math.max(1, captured)).toFixed(1);
  console.log(
    `${name}: ${captured} of ${cases} captured, ${wrong.length} wrong, ${assumed} assumed (${share} %)`,
  );
  console.log(
    `  reason codes: ${codes.right} right, ${codes.amongAlternatives} among alternatives, ${codes.wrong.length} wrong`,
  );
}
console.log(`seed ${values.seed}: ${values.count} cases judged by Chromium in ${seconds.toFixed(1)} s`);
print('DevTools HAR', har);
print('webRequest', webRequest);
const faults = [har, webRequest].flatMap(({ wrong, codes }) => [...wrong, ...codes.wrong]);
mkdirSync('out', { recursive: true });
writeFileSync('out/oracle-faults.jsonl', faults.join('\n'));
process.exitCode = faults.length === 0 ? 0 : 1;
