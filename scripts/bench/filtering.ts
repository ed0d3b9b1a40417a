import { type Diagnosed, diagnose, type Judged } from '../../src/diagnosis/index.ts';
import { type Exchange, judge } from '../../src/exchange/index.ts';
import { apiOf, identify } from '../../src/gateway/index.ts';
import { createListing } from '../../src/panel/filter/listing.ts';
import { parseFilter } from '../../src/panel/filter/parse.ts';
import { RowIndex } from '../../src/panel/filter/row-index.ts';
import { methodOf } from '../../src/panel/model/row.ts';
import { causeOf, standingOf } from '../../src/panel/model/standing.ts';
import { type Took, take, whole } from './measure.ts';

/** As the panel holds them: copied from another process, so that equal strings are not the same. */
function rowsOf(exchanges: readonly Exchange[]): readonly Diagnosed[] {
  const groups = new Map<string, Judged[]>();
  return exchanges.map((exchange) => {
    const gateway = identify(exchange);
    const { id: apiId } = apiOf(exchange, gateway);
    const judgement = judge(exchange);
    // Neighbours enough for the rules that compare: the filter does not care.
    const siblings = [...(groups.get(apiId) ?? []), { exchange, judgement }].slice(-20);
    groups.set(apiId, siblings);
    const findings = diagnose({ exchange, judgement, gateway, siblings, template: null });
    return structuredClone({ exchange, judgement, gateway, apiId, findings, settings: {} });
  });
}

/** Every text that stands in the box while one types it. */
const typed = (text: string): readonly string[] => Array.from(text, (_, at) => text.slice(0, at + 1));

type Listing = (rows: readonly Diagnosed[], text: string) => readonly Diagnosed[];

/** A listing that has heard nothing yet, over facts that were read. */
function ours(index: RowIndex): Listing {
  const list = createListing(index);
  return (rows, text) => list(rows, { filter: parseFilter(text), inverted: false, pills: new Set() });
}

/** What one writes first: everything that a row tells is put together and searched, at every keystroke. */
const naive: Listing = (rows, text) => {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    const { exchange, judgement, gateway } = row;
    const messages = exchange.hops.flatMap(({ preflight, actual }) => [preflight, actual]);
    const told = [
      methodOf(row),
      ...exchange.hops.map(({ url }) => url),
      ...messages.flatMap((message) => message?.response?.status ?? []),
      exchange.origin ?? '',
      judgement.verdict.code ?? '',
      exchange.requester,
      gateway.kind,
      `is:${standingOf(row)}`,
      causeOf(row) ?? '',
    ];
    const haystack = told.join('\n').toLowerCase();
    return words.every((word) => haystack.includes(word));
  });
};

/** The slowest keystroke of the round in which it was fastest. */
function slowest(rows: readonly Diagnosed[], text: string, make: () => Listing): Took {
  const rounds = [1, 2, 3, 4, 5].map(() => {
    const list = make();
    const all = typed(text).map((each) => take(() => list(rows, each)));
    return { wall: Math.max(...all.map(({ wall }) => wall)), cpu: Math.max(...all.map(({ cpu }) => cpu)) };
  });
  return {
    wall: Math.min(...rounds.map(({ wall }) => wall)),
    cpu: Math.min(...rounds.map(({ cpu }) => cpu)),
  };
}

const ms = ({ wall, cpu }: Took): string =>
  `${wall.toFixed(1).padStart(6)} ms, ${cpu.toFixed(1).padStart(6)} ms of processor time`;

/** Prints, for texts typed letter by letter over these exchanges, what the slowest keystroke takes until its rows are known. */
export function benchFiltering(exchanges: readonly Exchange[]): void {
  const rows = rowsOf(exchanges);
  const index = new RowIndex();
  const ready = take(() => {
    index.entriesOf(rows);
    while (index.warm(100));
  });
  console.log(`${'read ahead, while nothing else is to do'.padEnd(48)} ${ms(ready)}`);
  const compared = ['orders patch', '-orders', 'is:blocked'];
  for (const text of compared.concat([
    'method:PUT,PATCH',
    'status-code:5xx',
    'domain:*.amazonaws.com',
    'has-response-header:access-control-allow-origin',
    'cause:allow-origin',
    '/items\\/\\d+$/',
  ])) {
    const own = slowest(rows, text, () => ours(index));
    const beside = compared.includes(text)
      ? `; put together anew ${ms(slowest(rows, text, () => naive))}`
      : '';
    console.log(`${text.padEnd(48)} ${ms(own)}${beside}`);
  }
  const list = ours(index);
  list(rows, 'orders');
  const more = rows
    .slice(0, 100)
    .map((row, at) => ({ ...row, exchange: { ...row.exchange, id: `new ${at}` } }));
  const grown = take(() => list([...rows, ...more], 'orders'));
  console.log(`${`100 more beside ${whole(rows.length)}, filtered`.padEnd(48)} ${ms(grown)}`);
}
