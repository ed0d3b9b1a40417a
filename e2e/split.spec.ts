/** List and detail beside one another: how they share the room is the user's. */
import { expect, test } from './gallery-page.ts';

test('the edge between list and detail drags, keeps within the panel, and stays where it was put', async ({
  scene,
}) => {
  const page = await scene('mixed');
  await page.getByTestId('exchange').first().click();
  const list = page.getByTestId('list');
  const width = async (): Promise<number> => (await list.boundingBox())?.width ?? 0;
  expect(Math.abs((await width()) - 460)).toBeLessThan(5);
  const dragTo = async (x: number): Promise<void> => {
    const edge = await page.getByTestId('splitter').boundingBox();
    await page.mouse.move((edge?.x ?? 0) + 3, 300);
    await page.mouse.down();
    await page.mouse.move(x, 300, { steps: 3 });
    await page.mouse.up();
  };
  await dragTo(600);
  expect(Math.abs((await width()) - 600)).toBeLessThan(5);
  await dragTo(990);
  expect(Math.abs((await width()) - 720)).toBeLessThan(5);
  await dragTo(5);
  expect(Math.abs((await width()) - 280)).toBeLessThan(5);
  await page.getByTestId('splitter').press('End');
  await page.getByTestId('splitter').press('ArrowLeft');
  await expect(page.getByTestId('splitter')).toHaveAttribute('aria-valuenow', '78');
  await page.reload();
  await page.getByTestId('exchange').first().click();
  await expect(page.getByTestId('splitter')).toHaveAttribute('aria-valuenow', '78');
  await page.getByTestId('splitter').dblclick();
  expect(Math.abs((await width()) - 460)).toBeLessThan(5);
  // Docked at the side, the detail covers the list, and there is nothing to share.
  await page.setViewportSize({ width: 400, height: 600 });
  await expect(page.getByTestId('splitter')).toBeHidden();
  await page.screenshot({ path: 'out/split-narrow.png' });
});
