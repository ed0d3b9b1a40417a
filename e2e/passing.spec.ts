/** Calls that pass and should not: what the demo's own page, with one ordinary origin, cannot bring about. */
import { expect, exportedReport, test } from './fixture.ts';
import { rest, restPreflight, returning } from './gateway/scenario-parts.ts';
import { startGateway } from './gateway/server.ts';

test('null trusted, asked from a sandboxed frame; and * beside allowed credentials', async ({
  site,
  inspect,
}) => {
  const gateway = await startGateway({
    sandboxed: rest(
      [
        returning('GET', '/null', [
          ['access-control-allow-origin', 'null'],
          ['access-control-allow-credentials', 'true'],
        ]),
      ],
      restPreflight('null'),
    ),
    everyone: rest(
      [
        returning('GET', '/star', [
          ['access-control-allow-origin', '*'],
          ['access-control-allow-credentials', 'true'],
        ]),
      ],
      restPreflight('*'),
    ),
  });
  const inspector = await inspect();
  const panel = await inspector.openPanel();
  await inspector.page.goto(site.origin);
  await inspector.page.evaluate(
    async ([fromSandbox, fromPage]) => {
      const frame = document.createElement('iframe');
      frame.sandbox.add('allow-scripts');
      frame.srcdoc = `<script>fetch(${JSON.stringify(fromSandbox)})</script>`;
      document.body.append(frame);
      await fetch(fromPage ?? '');
    },
    [`${gateway.base('sandboxed')}/null`, `${gateway.base('everyone')}/star`],
  );
  await expect(panel.getByTestId('exchange')).toHaveCount(2);
  const report = JSON.parse(await exportedReport(inspector, panel));
  const rulesOf = (path: string): readonly string[] =>
    report.exchanges
      .filter((exchange: { request: { url: string } }) => exchange.request.url.endsWith(path))
      .flatMap((exchange: { findings: { rule: string }[] }) => exchange.findings.map(({ rule }) => rule));
  expect(rulesOf('/null')).toContain('null-trusted');
  expect(rulesOf('/star')).toContain('wildcard-with-credentials-header');
  await gateway.close();
});
