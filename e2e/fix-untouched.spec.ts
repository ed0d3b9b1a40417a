/** What no change to a template mends: the fix says so with why, and calls nothing proven that then fails. */
import { mkdir, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { askedOf, cli, logOf, outcomes } from './fix-parts.ts';
import { expect, test } from './fixture.ts';
import { templateOf } from './gateway/template-of.ts';
import { untouched } from './gateway/untouched.ts';

test('what stands before every CORS setting is told with why, beside a template and without one', async ({
  site,
  inspect,
}) => {
  test.setTimeout(120_000);
  const ids = Object.keys(untouched);
  const inspector = await inspect(...ids);
  const before = await outcomes(inspector);
  const har = await logOf(inspector);
  const folder = resolve('out/fix');
  await mkdir(folder, { recursive: true });
  for (const [id, { says, stillFails }] of Object.entries(untouched)) {
    expect.soft(before.get(id), id).toBe('failed');
    const capture = `${folder}/${id}.har`;
    await writeFile(capture, JSON.stringify({ log: askedOf(har, site.gateway.base(id)) }));
    const pasted = await cli('fix', capture);
    expect.soft(pasted.err, id).toMatch(says);
    const perhaps = /May still fail/.test(pasted.err);
    expect.soft(pasted.code, id).toBe(stillFails && !perhaps ? 1 : 0);
    expect
      .soft(pasted.err, id)
      .toMatch(stillFails && !perhaps ? /Still fails/ : /1 of 1 captured requests pass/);
    const { kind, mended } = site.scenario(id);
    const sound = kind === 'other' ? null : templateOf(mended);
    if (sound === null) continue;
    const template = `${folder}/${id}.yaml`;
    await writeFile(template, sound);
    const verified = await cli('verify', capture, '--template', template);
    expect.soft(verified.code, id).toBe(perhaps ? 0 : 1);
    expect.soft(verified.out, id).toMatch(perhaps ? /May still fail/ : /fails: .*(?:429|no route)/);
  }
});
