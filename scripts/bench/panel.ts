import { pathToFileURL } from 'node:url';
import { type CDPSession, chromium, type Page } from '@playwright/test';
import { whole } from './measure.ts';
import type { Frames } from './panel-frames.ts';
import type { Bench } from './panel-page.ts';

const rows = 100_000;
const ms = (value: number): string => `${value.toFixed(1)} ms`;

function inPage<Result>(page: Page, work: (bench: Bench) => Result | Promise<Result>): Promise<Result> {
  const call = `(${work})(globalThis.bench)`;
  return page.evaluate(call);
}

/** Main-thread time in ms, as the processor counts it: other work on the machine does not add to it. */
async function threadTime(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
}

function told({ between }: Frames, busy: number): string {
  const late = (limit: number): number => between.filter((each) => each > limit).length;
  const sorted = [...between].sort((a, b) => a - b);
  const median = sorted[sorted.length >> 1] ?? Number.NaN;
  return (
    `${between.length} frames, median ${ms(median)}, over 17.5 ms ${late(17.5)}, over 33 ms ${late(33)}, ` +
    `longest ${ms(Math.max(...between))}; main thread ${ms(busy / between.length)} a frame`
  );
}

async function main(url: string): Promise<void> {
  const browser = await chromium.launch({
    executablePath: process.env.CORS_INSPECTOR_CHROMIUM ?? '',
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  const page = await browser.newPage({ viewport: { width: 1000, height: 700 } });
  page.on('pageerror', (error) => console.error(error));
  await page.goto(url);
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });

  async function during(what: string, work: () => Promise<unknown>): Promise<Frames> {
    await page.evaluate('globalThis.stopFrames = globalThis.bench.frames()');
    const before = await threadTime(cdp);
    await work();
    const busy = (await threadTime(cdp)) - before;
    const frames: Frames = await page.evaluate('globalThis.stopFrames()');
    console.log(`${what.padEnd(34)} ${told(frames, busy)}`);
    return frames;
  }

  console.log(`the panel with ${whole(rows)} exchanges, 1000 × 700 px`);
  console.log(
    `shown after                        ${ms(await page.evaluate(`globalThis.bench.show(${rows})`))}`,
  );
  const { elements, rows: drawn } = await inPage(page, (bench) => bench.nodes());
  console.log(`in the document                    ${drawn} rows, ${elements} elements (goal: under 2,000)`);
  await during('at rest', () => page.waitForTimeout(1500));
  const list = page.getByTestId('list-scroll');
  await list.hover();
  await during('wheel, 120 px a turn', async () => {
    for (let turn = 0; turn < 120; turn += 1) await page.mouse.wheel(0, 120);
  });
  await during('wheel, 2,400 px a turn', async () => {
    for (let turn = 0; turn < 120; turn += 1) await page.mouse.wheel(0, 2400);
  });
  await during('dragged, elsewhere each frame', () => inPage(page, (bench) => bench.drag(180)));
  const { elements: later } = await inPage(page, (bench) => bench.nodes());
  console.log(`in the document                    ${later} elements`);

  for (const text of ['orders', 'is:blocked', '-profile']) {
    await page.getByTestId('filter').focus();
    const typed = await during(`typing ${text}`, () => page.keyboard.type(text, { delay: 60 }));
    const slow = Math.max(...typed.answers);
    const sorted = [...typed.answers].sort((a, b) => a - b);
    const middle = ms(sorted[sorted.length >> 1] ?? Number.NaN);
    console.log(`  keystroke to repaint             median ${middle}, slowest ${ms(slow)} (goal: 50 ms)`);
    await page.getByTestId('filter').fill('');
  }
  for (const column of ['status', 'cause'] as const)
    await during(`sort by ${column}`, async () => {
      await page.locator(`[data-column="${column}"]`).click();
      await page.waitForTimeout(300);
    });
  await page.locator('[data-column="cause"]').click();
  await page.locator('[data-column="cause"]').click();
  await during('5,000 more in 50 events', () => inPage(page, (bench) => bench.stream(5000)));
  console.log(
    `shown after                        ${ms(await page.evaluate('globalThis.bench.show(5000)'))}, 5,000 exchanges`,
  );
  await during('5,000 more beside these', () => inPage(page, (bench) => bench.stream(5000)));
  await browser.close();
}

const [file] = process.argv.slice(2);
if (file !== undefined) await main(pathToFileURL(file).href);
