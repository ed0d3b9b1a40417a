/** `npm run oracle -- --browser NAME --seed N --count N`: prints the figures; the faults are left in `out/oracle-faults.jsonl`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { judges } from './browsers.ts';
import { minimise } from './minimise.ts';
import { runOracle } from './run.ts';
import { faultOf, figuresOf } from './told.ts';

const { values } = parseArgs({
  options: {
    browser: { type: 'string', default: 'chromium' },
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '500' },
  },
});
const judge = judges.get(values.browser);
if (judge === undefined) throw new Error(`--browser is one of ${[...judges.keys()].join(', ')}`);
const run = await runOracle(judge, Number(values.seed), Number(values.count));
console.log(
  `seed ${values.seed}: ${values.count} cases judged by ${values.browser} in ${run.seconds.toFixed(1)} s`,
);
for (const compared of run.compared) console.log(figuresOf(compared));
const faults = run.compared.flatMap((compared) => compared.faults);
mkdirSync('out', { recursive: true });
writeFileSync('out/oracle-faults.jsonl', faults.map((fault) => faultOf(run, fault)).join('\n'));
// One of each kind, made small: a browser run takes seconds.
const kinds = [...new Map(faults.map((fault) => [`${fault.source} ${fault.kind}`, fault])).values()];
for (const fault of kinds.slice(0, 3)) {
  const least = await minimise(judge, { run, fault }, 12);
  console.log(`${fault.source} ${fault.kind}, case ${fault.number} made small:`);
  console.log(faultOf(least.run, least.fault));
}
process.exitCode = faults.length === 0 ? 0 : 1;
