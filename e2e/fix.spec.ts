/**
 * The closed loop, for every scenario that a template can make: broken template, captured failure, `cors-inspector fix`,
 * the mended template and the emitted handler served by the emulator; the same page reads its answer in a real browser, and
 * strangers do not.
 */
import { spawnSync } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { run } from '../src/cli/index.ts';
import type { GatewayConfiguration, Policy } from '../src/gateway/index.ts';
import type { Report } from '../src/report/index.ts';
import { askedOf, cli, type Log, logOf, outcomes } from './fix-parts.ts';
import { accessibilityFaults, test as base, clipboard, expect, savedBy } from './fixture.ts';
import { deployed } from './gateway/deployed.ts';
import { startPage } from './gateway/page.ts';
import { startRuntime } from './gateway/runtime.ts';
import type { Scenario } from './gateway/scenarios.ts';
import { startSite } from './gateway/site.ts';
import { templateOf } from './gateway/template-of.ts';
import { untouched } from './gateway/untouched.ts';
import { withWork } from './gateway/user-code.ts';
import { type Got, openStrangers } from './strangers.ts';

const noPolicy: Policy = {
  origins: [],
  methods: [],
  headers: [],
  exposeHeaders: [],
  credentials: false,
  maxAge: null,
};

/** The page's port speaks https, too, for the stranger that differs by its scheme alone. */
const test = base.extend({
  site: async ({ browserName: _browser }, use) => {
    const pem = (kind: string) => readFile(resolve(`e2e/not-cors/localhost.${kind}`), 'utf8');
    const site = await startSite(0, { key: await pem('key'), cert: await pem('pem') });
    await use(site);
    await site.close();
  },
});

/** What no template mends, by scenario: the words with which the proof says so, and what the page gets all the same. */
const unmendable: Readonly<Record<string, { readonly says: RegExp; readonly gets: 'read' | 'failed' }>> = {
  'rest-too-large': { says: /a 413 of a REST API cannot carry CORS headers/, gets: 'failed' },
  // The gateway's own 404 becomes readable; the path stays wrong.
  'rest-wrong-path': { says: /no route of the template takes it/, gets: 'read' },
  'http-wrong-path': { says: /no route of the template takes it/, gets: 'read' },
};

/**
 * What someone made by hand beside the template, whose text cannot say it: the page fails on the API as it stands, and the
 * template's own setting takes its place.
 */
const besideTemplate: ReadonlySet<string> = new Set(['rest-refused-options']);

/** The broken API as far as its template says it. */
const silentOf = ({ id, broken }: Scenario): GatewayConfiguration =>
  besideTemplate.has(id) && broken.kind === 'rest' ? { ...broken, preflight: null } : broken;

/** Broken APIs that let strangers in, by what: without them no test would show that a stranger can get through. */
const letsIn: Readonly<Record<string, Got['what']>> = {
  'rest-wildcard': 'origin',
  'http-wildcard': 'origin',
  'http-any-header': 'header',
  'http-any-method': 'method',
};

/** The same without a process for each call: the built command's own code. */
async function handlerFor(capture: string, template: string, language: string): Promise<string> {
  let printed = '';
  await run(['fix', capture, '--template', template, '--format', 'handler', '--handler', language], {
    read: async (file) => ({ ok: true, text: await readFile(file, 'utf8') }),
    out: (text) => {
      printed += text;
    },
    err: () => undefined,
    outIsTerminal: false,
  });
  return printed;
}

/** Python is not on every machine; the handler's unit tests say so where it is missing. */
const languages = ['nodejs', 'python'] as const;
const isThere = (language: (typeof languages)[number]): boolean =>
  language === 'nodejs' || spawnSync('python3', ['--version']).status === 0;

/** What Chromium calls the refusal of each stranger. An HTTP API answers an unlisted method or header without any CORS header. */
const refusals: Readonly<Record<Got['what'], RegExp>> = {
  origin: /AllowOrigin|PreflightInvalidStatus/,
  method: /^MethodDisallowedByPreflightResponse$|PreflightMissingAllowOrigin|PreflightInvalidStatus/,
  header: /^HeaderDisallowedByPreflightResponse$|PreflightMissingAllowOrigin|PreflightInvalidStatus/,
  credentials: /InvalidAllowCredentials|MissingAllowOrigin/,
};

function expectRefused(language: string, tried: readonly Got[]): void {
  for (const { to, who, what, call, read, code } of tried) {
    const told = `${to}, ${language}: ${who}, ${what}, ${call.method} ${JSON.stringify(call.headers)}`;
    expect.soft(read, `${told} is read`).toBe(false);
    expect.soft(code ?? 'no reason of CORS', told).toMatch(refusals[what]);
  }
}

/** One scenario's files, and the fix as the built command wrote it. */
interface Fixed {
  readonly scenario: Scenario;
  readonly template: string;
  readonly handlers: Readonly<Record<(typeof languages)[number], string>>;
}

async function fixed(scenario: Scenario, capture: string, template: string): Promise<Fixed | null> {
  const { id } = scenario;
  const made = await cli('fix', capture, '--template', template, '--format', 'template');
  const impossible = unmendable[id];
  expect.soft(made.code, `${id}: ${made.err}`).toBe(impossible === undefined ? 0 : 1);
  if (impossible !== undefined) expect.soft(made.err, id).toMatch(impossible.says);
  if (made.out === '') return null;
  const nodejs = await handlerFor(capture, template, 'nodejs');
  const python = await handlerFor(capture, template, 'python');
  return { scenario, template: made.out, handlers: { nodejs, python } };
}

test('the built command mends every template and its handler: the page that failed passes, strangers do not', async ({
  site,
  inspect,
}) => {
  test.setTimeout(240_000);
  const folder = resolve('out/fix');
  await mkdir(folder, { recursive: true });
  const broken = new Map(
    site.scenarios.flatMap((scenario) => {
      const text = scenario.id in untouched ? null : templateOf(silentOf(scenario));
      return text === null ? [] : [[scenario.id, text] as const];
    }),
  );
  expect([...broken.keys(), ...Object.keys(untouched)].sort()).toEqual(
    site.scenarios.map(({ id }) => id).sort(),
  );
  for (const [id, text] of broken)
    if (!besideTemplate.has(id))
      site.gateway.deploy(id, deployed(text, site.scenario(id).broken, 'as it was'));

  const ids = [...broken.keys()];
  const inspector = await inspect(...ids);
  const before = await outcomes(inspector);
  for (const id of ids)
    expect.soft(before.get(id), `${id}, broken`).toBe(site.scenario(id).passesBroken ? 'read' : 'failed');

  const har = await logOf(inspector);
  const elsewhere = await startPage(0);
  const strangers = await openStrangers(site, elsewhere.origin);
  const open = Object.keys(letsIn).flatMap((id) =>
    strangers.callsTo(site.scenario(id), { methods: ['GET', 'POST'], credentials: false }),
  );
  for (const { to, who, what, read } of await strangers.tryAll(open))
    if (letsIn[to] === what) expect.soft(read, `${to}, broken: ${who} gets in`).toBe(true);

  const everything = `${folder}/all.har`;
  await writeFile(everything, JSON.stringify({ log: har }));
  const report: Report = JSON.parse((await cli('inspect', everything, '--format', 'json')).out);
  const policies = new Map(report.apis.map(({ base, policy }) => [new URL(base).origin, policy]));
  const fixes: (Fixed & { readonly policy: Policy })[] = [];
  for (const [id, text] of broken) {
    const address = site.gateway.base(id);
    const capture = `${folder}/${id}.har`;
    const template = `${folder}/${id}.yaml`;
    await writeFile(capture, JSON.stringify({ log: askedOf(har, address) }));
    await writeFile(template, text);
    const made = await fixed(site.scenario(id), capture, template);
    const policy = policies.get(new URL(address).origin);
    if (made === null || policy === undefined) continue;
    fixes.push({ ...made, policy });
    await writeFile(`${folder}/${id}.mended.yaml`, made.template);
    await writeFile(`${folder}/${id}.mjs`, made.handlers.nodejs);
  }
  expect(fixes.map(({ scenario }) => scenario.id)).toEqual(ids);

  for (const language of languages.filter(isThere)) {
    const runtime = startRuntime(language === 'python' ? 'python' : 'node');
    const entry = language === 'python' ? 'lambda_handler' : 'handler';
    for (const { scenario, policy, template, handlers } of fixes) {
      const configuration = deployed(template, scenario.broken, { mendedTo: policy });
      if (handlers[language] === '') {
        expect(scenario.id, 'no function stands there').toBe('rest-http-backend');
        site.gateway.deploy(scenario.id, configuration);
        continue;
      }
      const code = withWork(handlers[language], language, scenario.broken);
      site.gateway.deployCode(scenario.id, configuration, {
        invoke: runtime.load(code, entry),
        // Of an HTTP API: one language meets each shape of event.
        payload: language === 'python' ? '1.0' : '2.0',
      });
    }
    await inspector.page.goto(`${site.origin}/?run=${ids.join(',')}`);
    const after = await outcomes(inspector);
    for (const id of ids)
      expect.soft(after.get(id), `${id}, mended, ${language}`).toBe(unmendable[id]?.gets ?? 'read');
    const calls = fixes.flatMap(({ scenario, policy }) => strangers.callsTo(scenario, policy));
    expectRefused(language, await strangers.tryAll(calls));
    await runtime.close();
  }
  await Promise.all([strangers.close(), elsewhere.close()]);
});

/** The same API with its paths written in a definition, beside which no OPTIONS event can stand. */
const defined = `Transform: AWS::Serverless-2016-10-31
Resources:
  Orders:
    Type: AWS::Serverless::Api
    Properties:
      StageName: Prod
      DefinitionBody:
        swagger: '2.0'
        info: { title: orders, version: '1.0' }
        paths:
          /orders:
            post:
              responses: {}
              x-amazon-apigateway-integration:
                type: aws_proxy
                httpMethod: POST
                uri: !Sub arn:aws:apigateway:\${AWS::Region}:lambda:path/2015-03-31/functions/\${OrdersFunction.Arn}/invocations
  OrdersFunction:
    Type: AWS::Serverless::Function
    Properties: { Runtime: nodejs22.x, Handler: index.handler, InlineCode: exports.handler = 1 }
`;

for (const { name, id, template, holds } of [
  {
    name: 'by the handler, to which events lead OPTIONS',
    id: 'rest-no-options',
    template: null,
    holds: /Method: OPTIONS/i,
  },
  {
    name: 'by a mock of the definition',
    id: 'rest-no-options',
    template: defined,
    holds: /responseOverride/,
  },
])
  test(`two origins of one REST API pass, and no third: ${name}`, async ({ site, inspect }) => {
    test.setTimeout(120_000);
    const scenario = site.scenario(id);
    const text = template ?? templateOf(scenario.broken) ?? '';
    site.gateway.deploy(id, deployed(text, scenario.broken, 'as it was'));
    const inspector = await inspect();
    const pages = [site.origin, site.origin.replace('localhost', '127.0.0.1')];
    const entries: Log['entries'][number][] = [];
    const outcomeOf = async (page: string) => {
      await inspector.page.goto(`${page}/?run=${id}`);
      return (await outcomes(inspector)).get(id);
    };
    for (const page of pages) {
      expect(await outcomeOf(page)).toBe('failed');
      entries.push(...(await logOf(inspector)).entries);
    }
    await mkdir(resolve('out/fix'), { recursive: true });
    const capture = resolve('out/fix/two-origins.har');
    const file = resolve('out/fix/two-origins.yaml');
    await writeFile(capture, JSON.stringify({ log: { version: '1.2', entries } }));
    await writeFile(file, text);
    const made = await cli('fix', capture, '--template', file, '--format', 'template');
    expect(made.code, made.err).toBe(0);
    expect(made.out).toMatch(holds);
    const handler = await handlerFor(capture, file, 'nodejs');
    const runtime = startRuntime('node');
    const policy: Policy = { ...noPolicy, origins: pages, methods: ['POST'], headers: ['content-type'] };
    site.gateway.deployCode(id, deployed(made.out, scenario.broken, { mendedTo: policy }), {
      invoke: runtime.load(withWork(handler, 'nodejs', scenario.broken), 'handler'),
      payload: '2.0',
    });
    for (const page of pages) expect(await outcomeOf(page)).toBe('read');
    const elsewhere = await startPage(0);
    const strangers = await openStrangers(site, elsewhere.origin);
    const calls = strangers.callsTo(scenario, policy).filter(({ who }) => who !== 'another host');
    expectRefused('nodejs', await strangers.tryAll(calls));
    await Promise.all([strangers.close(), elsewhere.close(), runtime.close()]);
  });

test('the panel shows the change to the user’s own template, proves it and saves it', async ({
  site,
  inspect,
}) => {
  const id = 'rest-no-options';
  const text = templateOf(site.scenario(id).broken) ?? '';
  const inspector = await inspect(id);
  const panel = await inspector.openPanel();
  await panel.getByTestId('exchange').first().click();
  await panel.getByTestId('template-file').setInputFiles({
    name: 'template.yaml',
    mimeType: 'text/yaml',
    buffer: Buffer.from(text),
  });
  await panel.getByTestId('tab-fix').click();
  await expect(panel.getByTestId('template-diff')).toContainText(`+        AllowOrigin: "'${site.origin}'"`);
  await expect(panel.getByTestId('proof')).toContainText('1 of 1 captured requests pass');
  await inspector.picture('out/template-fix-light.png');
  expect(await accessibilityFaults(panel)).toEqual([]);
  await panel.getByTestId('copy-template').click();
  await expect(panel.getByTestId('announcement')).toHaveText('Copied');
  const mended = await clipboard(inspector);
  expect(await savedBy(inspector, () => panel.getByTestId('save-template').click())).toBe(mended);
  await panel.getByTestId('copy-template-handler').click();
  await expect(panel.getByTestId('copy-template-handler')).toHaveText('Copied');
  const handler = await clipboard(inspector);
  const runtime = startRuntime('node');
  const { broken } = site.scenario(id);
  const policy: Policy = {
    ...noPolicy,
    origins: [site.origin],
    methods: ['POST'],
    headers: ['content-type'],
  };
  site.gateway.deployCode(id, deployed(mended, broken, { mendedTo: policy }), {
    invoke: runtime.load(withWork(handler, 'nodejs', broken), 'handler'),
    payload: '2.0',
  });
  await inspector.page.goto(`${site.origin}/?run=${id}`);
  await expect(inspector.page.locator(`output[data-result="${id}"]`)).toHaveAttribute('data-outcome', 'read');
  await runtime.close();
  await inspector.setTheme('dark');
  await inspector.resize({ width: 320, height: 800 });
  await inspector.picture('out/template-fix-dark-narrow.png');
});
