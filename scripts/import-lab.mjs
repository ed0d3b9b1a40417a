/**
 * Turns a folder of conformance data (`lab/cases.json`, `lab/cache-sequences.json`, `corserror-map.json`) into three compact
 * fixtures, one line per case, sequence and reason code. `src/cors/fixtures/README.md` tells the format, the origin and the licence.
 *
 * node scripts/import-lab.mjs INPUT_FOLDER [OUTPUT_FOLDER]
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [, , input, output = 'src/cors/fixtures'] = process.argv;
if (input === undefined) {
  console.error('usage: node scripts/import-lab.mjs INPUT_FOLDER [OUTPUT_FOLDER]');
  process.exit(2);
}

const read = (name) => JSON.parse(readFileSync(join(input, name), 'utf8'));

/** Placeholders and ports of the lab's origins, shortened: `http://b.test:18473` is `B`, as in the lab's own description. */
const originLetters = new Map(
  ['a', 'b', 'c', 'd', 'e', 'f'].flatMap((host) => [
    [`http://${host}.test:18473`, host.toUpperCase()],
    [`http://${host}.test:18474`, `${host.toUpperCase()}2`],
    [`https://${host}.test:18475`, `${host.toUpperCase()}s`],
  ]),
);
const letter = (origin) => {
  if (origin === undefined) return '-';
  if (origin === 'null') return 'null';
  const known = originLetters.get(origin);
  if (known === undefined) throw new Error(`unknown origin ${origin}`);
  return known;
};

/** Header lists are few: each is kept once, on its own line, and told by its number. */
const headerLists = [];
const headerIds = new Map();
const headers = (list) => {
  const key = JSON.stringify(list);
  const known = headerIds.get(key);
  if (known !== undefined) return known;
  headerIds.set(key, headerLists.length);
  return headerLists.push(list) - 1;
};

/** `0?A PUT x-a`: hop 0's preflight with Origin, ACRM and ACRH. `0!A PUT`: its actual request. */
const preflight = (hop, origin, acrm, acrh) => `${hop}?${letter(origin)} ${acrm}${acrh ? ` ${acrh}` : ''}`;
const seen = ({ hop, method, origin, preflight: isPreflight, ...rest }) =>
  isPreflight
    ? preflight(hop, origin, rest['access-control-request-method'], rest['access-control-request-headers'])
    : `${hop}!${letter(origin)} ${method}`;
/** The Standard's wire has no Origin on actual requests; its preflights are listed beside, in the same order. */
const specified = ({ wire, preflights }) => {
  const asked = [...preflights];
  return (wire ?? []).map(([method, hop]) => {
    if (method !== 'OPTIONS' || asked[0]?.hop !== hop) return `${hop}! ${method}`;
    const { acrm, acrh, origin } = asked.shift();
    return preflight(hop, origin, acrm, acrh);
  });
};

const answer = (given) => {
  if (given === undefined) return null;
  return given.drop ? 0 : [given.status, headers(given.headers)];
};
const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
const observed = (each, browser) =>
  Object.entries(each.observed).find(([name]) => name.startsWith(browser))[1];

const end = (seenBy) => ({
  wire: seenBy.wire.map(seen),
  pass: seenBy.outcome === 'pass',
  exposed: (seenBy.exposed_headers ?? []).join(' '),
});
const chromiumLine = (seenBy) => {
  const { wire, pass, exposed } = end(seenBy);
  if (pass) return [1, wire, exposed];
  const [issue] = seenBy.issues ?? [];
  const code = seenBy.cors_error ?? issue?.error;
  return code === undefined ? [0, wire] : [0, wire, code, seenBy.failed_parameter ?? issue?.param ?? ''];
};
const firefoxLine = (seenBy) => {
  const { wire, pass, exposed } = end(seenBy);
  return pass ? [1, wire, exposed] : [0, wire, seenBy.console_categories?.[0] ?? null];
};
const specLine = ({ outcome, reason, exposed, ...spec }) => {
  const wire = specified(spec);
  // What a literal Location leads to was left open; only the request before it was stated.
  if (outcome === '?') return [-1, wire];
  return outcome === 'pass' ? [1, wire, exposed ? exposed.join(' ') : null, reason] : [0, wire, null, reason];
};

const requestLine = ({ method, headers: set, mode, credentials, redirect, body, uploadListener }) => {
  const options = {
    ...(mode === 'cors' ? {} : { mode }),
    ...(redirect === 'follow' || redirect === undefined ? {} : { redirect }),
    ...(body === null || body === undefined ? {} : { body: 1 }),
    ...(uploadListener ? { uploadListener: 1 } : {}),
  };
  return [method, headers(set), credentials, options];
};

const lab = read('lab/cases.json');
const cases = lab.cases.map((each) => {
  const chromium = chromiumLine(observed(each, 'chromium'));
  const firefox = firefoxLine(observed(each, 'firefox'));
  const exchanges = each.exchanges.map(({ origin, preflight: asked, response }) => [
    origin,
    answer(asked),
    answer(response),
  ]);
  const id = each.id.replace(/^gen\//, '');
  const short = same(chromium[1], firefox[1]) ? [firefox[0], 0, ...firefox.slice(2)] : firefox;
  return [id, each.page, requestLine(each.request), exchanges, specLine(each.spec), chromium, short];
});

const sequences = read('lab/cache-sequences.json').sequences.map(({ id, page, origin, steps }) => [
  id.replace(/^lab-cache\//, ''),
  page,
  origin,
  steps.map((step) => {
    if (step.pause_s !== undefined) return step.pause_s;
    const { method, headers: set, credentials, uploadListener, useDefaultCache } = step.request;
    return [
      [
        method,
        set,
        credentials,
        { ...(uploadListener ? { uploadListener: 1 } : {}), ...(useDefaultCache ? {} : { noStore: 1 }) },
      ],
      [step.preflight.status, step.preflight.headers],
      [step.response.status, step.response.headers],
      ...['chromium', 'firefox'].map((browser) => {
        const { wire, outcome } = observed(step, browser);
        return `${wire.join(' ')} ${outcome}`;
      }),
    ];
  }),
]);

const map = read('corserror-map.json');
const reasons = map.errors.map(({ cors_error, firefox_category, spec_step }) => [
  cors_error,
  firefox_category,
  spec_step,
]);

const licence =
  'Own work, under this project’s licence; the rows named safelist/* take their header values from Chromium’s unit tests, BSD-3-Clause, see NOTICE beside this file';
const seenIn = Object.keys(lab.cases[0].observed);
const rows = (name, list) => `"${name}": [\n${list.map((row) => JSON.stringify(row)).join(',\n')}\n]`;
const write = (name, about, ...lists) => {
  const head = { ...about, format: 'README.md beside this file' };
  const fields = Object.entries(head).map(
    ([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`,
  );
  const text = `{\n${[...fields, ...lists].join(',\n')}\n}\n`;
  writeFileSync(join(output, name), text);
  console.log(`${name}: ${text.length} bytes`);
};

write(
  'lab-cases.fixture.json',
  { origin: 'a lab of local servers and generated requests', licence, browsers: seenIn },
  rows('headerLists', headerLists),
  rows('cases', cases),
);
write(
  'cache-sequences.fixture.json',
  { origin: 'the same lab', licence: 'Own work, under this project’s licence', browsers: seenIn },
  rows('sequences', sequences),
);
write(
  'reason-codes.fixture.json',
  {
    origin: 'reason codes and console categories, as read from the sources below and observed in the lab',
    licence: 'Own work, under this project’s licence; names of constants only',
    sources: map.sources,
  },
  rows('reasons', reasons),
);
console.log(`${cases.length} cases, ${sequences.length} sequences, ${reasons.length} reason codes`);
