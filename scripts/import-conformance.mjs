/**
 * Turns a folder of conformance cases (`cases.json`, `capture.har`, `truth.json`, `truth-firefox.json`) into one compact
 * fixture: what the HAR decoder reads of each entry, header lines interned, and what the browsers decided.
 *
 * node scripts/import-conformance.mjs INPUT_FOLDER OUTPUT_FILE
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [, , input, output] = process.argv;
if (input === undefined || output === undefined) {
  console.error('usage: node scripts/import-conformance.mjs INPUT_FOLDER OUTPUT_FILE');
  process.exit(2);
}

const read = (name) => JSON.parse(readFileSync(join(input, name), 'utf8'));
const har = read('capture.har');
const truth = read('truth.json');
const firefox = new Map(read('truth-firefox.json').map((each) => [each.n, each.verdict]));
const cases = new Map(read('cases.json').map((each) => [each.n, each]));

const lines = [];
const lineIds = new Map();
const intern = ({ name, value }) => {
  const key = `${name}: ${value}`;
  const known = lineIds.get(key);
  if (known !== undefined) return known;
  lineIds.set(key, lines.length);
  return lines.push([name, value]) - 1;
};

const epoch = Math.min(...har.log.entries.map((entry) => Date.parse(entry.startedDateTime)));
const entries = har.log.entries.map(({ request, response, ...entry }) => [
  entry._resourceType,
  Date.parse(entry.startedDateTime) - epoch,
  Math.round(entry.time * 1000) / 1000,
  request.method,
  request.url,
  request.headers.map(intern),
  response.status,
  response.headers.map(intern),
  response.redirectURL,
  response._error ?? 0,
]);
const verdicts = truth.map((each) => [
  each.url,
  each.verdict === 'blocked' ? 'blocked' : each.type === 'opaque' ? 'not-cors' : 'allowed',
  each.cors?.error ?? 0,
  each.cors?.parameter ?? 0,
  each.preflighted ? 1 : 0,
  cases.get(each.n)?.request.credentials ?? 'same-origin',
  firefox.get(each.n) ?? 0,
]);

const rows = (name, list) => `"${name}": [\n${list.map((row) => JSON.stringify(row)).join(',\n')}\n]`;
const text = `{\n"creator": ${JSON.stringify(har.log.creator.name)},\n"epoch": ${epoch},\n${rows('lines', lines)},\n${rows('entries', entries)},\n${rows('verdicts', verdicts)}\n}\n`;
writeFileSync(output, text);
console.log(`${entries.length} entries, ${verdicts.length} verdicts, ${text.length} bytes`);
