import type { Diagnosed } from '../../diagnosis/index.ts';
import { Column } from './column.ts';
import type { Entry } from './entry.ts';
import { type Fact, facts, factsOf } from './facts.ts';
import { type BlockSearch, UrlText } from './url-text.ts';

/** How far to look for where an old list goes on, after some of it went. */
const searched = 5000;

/**
 * The rows' facts in columns, so that a filter looks at each value once and else only at numbers. A row's facts are read when
 * they are first asked for, or before that by `warm`.
 */
export class RowIndex {
  #rows: readonly Diagnosed[] = [];
  #entries: readonly Entry[] = [];
  /** By place, those of rows that went included. */
  #placed: Entry[] = [];
  #columns = newColumns();
  #urls = new UrlText();
  /** By fact: the places up to which it was read ahead. */
  #warm = new Map<Fact, number>();

  /** One entry a row, in the rows' order; a row that was there before keeps its entry. */
  entriesOf(rows: readonly Diagnosed[]): readonly Entry[] {
    if (rows === this.#rows) return this.#entries;
    const old = this.#entries;
    // Of all that was kept at most half is of rows that went.
    if (this.#placed.length > 2 * (rows.length + 1000)) this.#begin();
    let next = 0;
    this.#entries = rows.map((row) => {
      const found = old[next]?.row === row ? next : placeOf(row, old, next);
      if (found !== null) next = found + 1;
      const entry = found === null ? undefined : old[found];
      return entry?.row === row && this.#placed[entry.place] === entry ? entry : this.#place(row);
    });
    this.#rows = rows;
    return this.#entries;
  }

  column(fact: Fact): Column {
    return this.#columns[fact];
  }

  /** Whether a row's URLs hold what the search finds, which looks at all rows' when it is first asked. */
  urlTest(search: BlockSearch): (entry: Entry) => boolean {
    let placed: readonly Entry[] = [];
    let found: Uint8Array = new Uint8Array();
    return ({ place }) => {
      if (placed !== this.#placed || place >= found.length) {
        placed = this.#placed;
        found = this.#urls.search(search, placed);
      }
      return found[place] === 1;
    };
  }

  /** Reads facts of some more rows ahead. False once there is nothing left to read. */
  warm(count: number): boolean {
    if (this.#urls.read(this.#placed)) return true;
    const all = this.#placed.length;
    const fact = facts.find((each) => (this.#warm.get(each) ?? 0) < all);
    if (fact === undefined) return false;
    const from = this.#warm.get(fact) ?? 0;
    for (const entry of this.#placed.slice(from, from + count)) this.#columns[fact].numberOf(entry);
    this.#warm.set(fact, Math.min(from + count, all));
    return true;
  }

  #place(row: Diagnosed): Entry {
    const entry = { row, place: this.#placed.length, query: -1, passed: false };
    this.#placed.push(entry);
    return entry;
  }

  #begin(): void {
    this.#placed = [];
    this.#columns = newColumns();
    this.#urls = new UrlText();
    this.#warm = new Map();
  }
}

/** Where the row, or what it was before it changed, stands in the old list; null where it is new. */
function placeOf({ exchange: { id } }: Diagnosed, old: readonly Entry[], next: number): number | null {
  const end = Math.min(old.length, next + searched);
  for (let at = next; at < end; at += 1) if (old[at]?.row.exchange.id === id) return at;
  return null;
}

function newColumns(): Readonly<Record<Fact, Column>> {
  return {
    is: new Column(factsOf.is),
    text: new Column(factsOf.text),
    'status-code': new Column(factsOf['status-code']),
    cause: new Column(factsOf.cause),
    gateway: new Column(factsOf.gateway),
    api: new Column(factsOf.api),
    origin: new Column(factsOf.origin),
    domain: new Column(factsOf.domain),
    method: new Column(factsOf.method),
    code: new Column(factsOf.code),
    'resource-type': new Column(factsOf['resource-type']),
    scheme: new Column(factsOf.scheme),
    'has-request-header': new Column(factsOf['has-request-header']),
    'has-response-header': new Column(factsOf['has-response-header']),
  };
}
