import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Chromium500, harOf } from '../../src/capture/chromium-500.testing.ts';
import { benchHar, benchLinearity, benchMemory } from './assembling.ts';
import { benchFiltering } from './filtering.ts';
import { apart, liveTraffic, recordedTraffic } from './fresh.ts';
import { gatewayTraffic } from './gateway-traffic.ts';
import { benchJudging, counted } from './judging.ts';

const fixture: Chromium500 = JSON.parse(
  readFileSync(join('src', 'capture', 'fixtures', 'chromium-500.fixture.json'), 'utf8'),
);

const recorded = recordedTraffic(fixture, 4);
const gateways = liveTraffic(2_000);
const parts: Readonly<Record<string, () => void>> = {
  judge() {
    console.log(`\njudge + diagnose, fresh exchanges, the fastest of ${counted} rounds (goal: 200,000/s)`);
    benchJudging('conformance', [recorded]);
    benchJudging('gateways', [gateways]);
    benchJudging('both', [recorded, gateways]);
  },
  linear() {
    console.log('\nassembler (goal: ten times the events in at most 12 × the time)');
    benchLinearity();
  },
  har() {
    const copies = Math.ceil(100_000 / fixture.entries.length);
    const text = harOf(fixture, copies, apart);
    console.log('\nHAR: decode, assemble, judge, diagnose (goal: at most 2 × JSON.parse)');
    benchHar(text, copies * fixture.entries.length);
    console.log('\nmemory (goal: at most 1,000 bytes)');
    benchMemory(harOf(fixture, 200, apart));
  },
  filter() {
    console.log('\nfilter over 100,000 exchanges, the slowest keystroke (goal: 50 ms until it is painted)');
    benchFiltering(gatewayTraffic(100_000));
  },
};

const wanted = process.argv.slice(2);
for (const [name, run] of Object.entries(parts)) {
  if (wanted.length === 0 || wanted.includes(name)) run();
}
