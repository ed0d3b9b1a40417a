/** The list in the real panel, where its lines are laid out, scrolled and dragged; and as a page of its own with more than fits. */
import type { Frame } from '@playwright/test';
import { accessibilityFaults, expect, listed, test } from './fixture.ts';
import type { Inspector } from './inspector.ts';

const scenarios = [
  'rest-authorised-options',
  'http-no-allow-origin',
  'http-wildcard',
  'rest-healthy',
] as const;

const names = (panel: Frame): Promise<readonly string[]> =>
  panel.locator('.row.exchange .name').allTextContents();

const widthOf = (panel: Frame, column: string): Promise<number> =>
  panel.locator(`[data-column="${column}"]`).evaluate((cell) => cell.getBoundingClientRect().width);

/** Drags the edge of a column's head by so many px. */
async function drag({ devtools }: Inspector, panel: Frame, column: string, by: number): Promise<void> {
  const box = await panel.locator(`[data-column="${column}"] [data-testid="column-edge"]`).boundingBox();
  if (box === null) throw new Error(`${column} has no edge`);
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await devtools.mouse.move(at.x, at.y);
  await devtools.mouse.down();
  await devtools.mouse.move(at.x + by / 2, at.y);
  await devtools.mouse.move(at.x + by, at.y);
  await devtools.mouse.up();
}

test('order, widths and columns are set in the head, and are there again when DevTools is', async ({
  inspect,
}) => {
  const inspector = await inspect(...scenarios);
  const panel = await inspector.openPanel();
  await inspector.resize({ width: 900, height: 600 });
  await expect(panel.getByTestId('exchange')).toHaveCount(4);
  const head = panel.locator('[data-column="method"]');
  await panel.getByTestId('columns').click();
  await panel.getByTestId('group-by-api').click();
  await panel.getByTestId('column-started').click();
  await inspector.devtools.keyboard.press('Escape');
  await expect(panel.getByTestId('list')).toBeFocused();
  await expect(panel.getByTestId('group')).toHaveCount(0);

  await head.click();
  await expect(head).toHaveAttribute('aria-sort', 'ascending');
  await head.click();
  await expect(head).toHaveAttribute('aria-sort', 'descending');
  const width = await widthOf(panel, 'method');
  await drag(inspector, panel, 'method', -30);
  await expect.poll(() => widthOf(panel, 'method')).toBe(width - 30);
  // The edge sorts nothing.
  await expect(head).toHaveAttribute('aria-sort', 'descending');
  expect(await accessibilityFaults(panel)).toEqual([]);
  await inspector.picture('out/list-arranged.png');
  const sorted = await names(panel);

  await inspector.closeDevtools();
  const again = await inspector.reopenDevtools();
  const reopened = await again.openPanel();
  await again.page.reload();
  await expect(reopened.getByTestId('exchange')).toHaveCount(4);
  expect(await widthOf(reopened, 'method')).toBe(width - 30);
  await expect(reopened.locator('[data-column="method"]')).toHaveAttribute('aria-sort', 'descending');
  await expect(reopened.locator('[data-column="started"]')).toBeVisible();
  await expect(reopened.getByTestId('group')).toHaveCount(0);
  expect([...(await names(reopened))].sort()).toEqual([...sorted].sort());
});

test('with the log kept, the list tells where the page went, and the end stays in sight', async ({
  site,
  inspect,
}) => {
  const inspector = await inspect('rest-healthy');
  const panel = await inspector.openPanel();
  await expect(panel.getByTestId('exchange')).toHaveCount(1);
  await panel.getByTestId('keep-log').check();
  const url = `${site.origin}/?run=rest-healthy&again`;
  await inspector.page.goto(url);
  await expect(panel.getByTestId('exchange')).toHaveCount(2);
  await expect(panel.getByTestId('navigation')).toContainText(`Navigated to ${url}`);
  const kinds = panel.locator('.row');
  await expect(kinds).toHaveCount(4);
  expect(await kinds.evaluateAll((rows) => rows.map((row) => row.classList[1]))).toEqual([
    'api',
    'exchange',
    'navigation',
    'exchange',
  ]);
  expect(await accessibilityFaults(panel)).toEqual([]);

  await inspector.resize({ width: 900, height: 200 });
  const list = panel.getByTestId('list-scroll');
  const isAtEnd = () =>
    list.evaluate((box) => box.scrollTop > 0 && box.scrollTop + box.clientHeight >= box.scrollHeight - 2);
  for (let load = 3; load <= 12; load += 1) {
    await inspector.page.reload();
    await listed(panel, load);
    if (load === 8) await list.evaluate((box) => box.scrollTo({ top: box.scrollHeight }));
    if (load >= 8) await expect.poll(isAtEnd).toBe(true);
  }
  // Who scrolled away reads on in peace.
  await list.evaluate((box) => box.scrollTo({ top: 30 }));
  await inspector.page.reload();
  await listed(panel, 13);
  expect(await list.evaluate((box) => box.scrollTop)).toBe(30);
});

test('twenty thousand exchanges of a file scroll from end to end with few rows in the document', async ({
  inspect,
}) => {
  const count = 20_000;
  const inspector = await inspect();
  const viewer = await inspector.page.context().newPage();
  const errors: string[] = [];
  viewer.on('pageerror', (error) => errors.push(error.message));
  await viewer.goto(new URL('/src/panel/panel.html', inspector.devtoolsPage.url()).href);
  const entries = Array.from({ length: count }, (_, at) => ({
    startedDateTime: new Date(Date.UTC(2026, 0, 1) + at * 10).toISOString(),
    time: 5,
    _resourceType: 'fetch',
    request: {
      method: 'GET',
      url: `https://api.example.test/orders/${at}`,
      headers: [
        { name: 'Origin', value: 'https://app.example.test' },
        { name: 'Sec-Fetch-Mode', value: 'cors' },
      ],
    },
    response: { status: 200, headers: [{ name: 'Access-Control-Allow-Origin', value: '*' }], content: {} },
  }));
  await viewer.getByTestId('har-file').setInputFiles({
    name: 'many.har',
    mimeType: 'application/json',
    buffer: Buffer.from(
      JSON.stringify({ log: { version: '1.2', creator: { name: 'test', version: '1' }, entries } }),
    ),
  });
  const frame = viewer.mainFrame();
  await listed(frame, count);
  const elements = () => viewer.evaluate(() => document.querySelectorAll('*').length);
  const row = (at: number) =>
    viewer.locator('.row.exchange', { has: viewer.getByText(`/orders/${at}`, { exact: true }) });
  const grid = viewer.getByTestId('list');
  await expect(grid).toHaveAttribute('aria-rowcount', String(count + 2));
  expect(await elements()).toBeLessThan(2000);

  await grid.focus();
  await viewer.keyboard.press('End');
  await expect(row(count - 1)).toBeInViewport({ ratio: 1 });
  await expect(row(count - 1)).toHaveAttribute('aria-selected', 'true');
  await expect(grid).toHaveAttribute(
    'aria-activedescendant',
    (await row(count - 1).getAttribute('id')) ?? '',
  );
  expect(await elements()).toBeLessThan(2000);
  await viewer.keyboard.press('PageUp');
  await expect(row(count - 1)).toHaveAttribute('aria-selected', 'false');

  // The cursor's row is in the document wherever one scrolls, or a screen reader would lose it.
  const active = () =>
    grid.evaluate(
      (element) => document.getElementById(element.getAttribute('aria-activedescendant') ?? '') !== null,
    );
  await viewer.getByTestId('list-scroll').evaluate((box) => box.scrollTo({ top: 10_000 * 22 }));
  await expect(row(10_001)).toBeInViewport();
  expect(await active()).toBe(true);
  expect(await accessibilityFaults(frame)).toEqual([]);
  await viewer.keyboard.press('Home');
  await expect(row(0)).toBeInViewport({ ratio: 1 });
  expect(await elements()).toBeLessThan(2000);
  expect(errors).toEqual([]);
});
