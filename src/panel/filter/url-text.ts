import type { Entry } from './entry.ts';
import type { RegexSearch } from './regex/regex.ts';

interface Block {
  readonly text: string;
  /** Where each row's URLs begin. */
  readonly starts: Uint32Array;
}

/** Sets 1 where the search finds something in a row of the block. */
export type BlockSearch = (block: Block, found: Uint8Array) => void;

const blockSize = 1024;
/** A URL that holds a whole file is no place to look for words. */
const longestUrl = 10_000;

/** All rows' URLs in lower case in few long texts: to search those takes a fraction of what as many short ones take. */
export class UrlText {
  readonly #blocks: Block[] = [];

  /** Reads the next rows' URLs, in order of place. False once those of all whole blocks were read. */
  read(entries: readonly Entry[]): boolean {
    const from = this.#blocks.length * blockSize;
    if (from + blockSize > entries.length) return false;
    this.#blocks.push(blockOf(entries.slice(from, from + blockSize)));
    return true;
  }

  /** By place: 1 where the search finds something in the row's URLs. */
  search(search: BlockSearch, entries: readonly Entry[]): Uint8Array {
    while (this.read(entries));
    const found = new Uint8Array(entries.length);
    this.#blocks.forEach((block, at) => {
      search(block, found.subarray(at * blockSize));
    });
    const rest = this.#blocks.length * blockSize;
    search(blockOf(entries.slice(rest)), found.subarray(rest));
    return found;
  }
}

/** In lower case, one a line. */
function urlsOf({ row }: Entry): string {
  const { hops } = row.exchange;
  return hops.map(({ url }) => url.slice(0, longestUrl).toLowerCase()).join('\n');
}

function blockOf(entries: readonly Entry[]): Block {
  const starts = new Uint32Array(entries.length);
  let length = 0;
  const lines = entries.map((entry, at) => {
    const line = urlsOf(entry);
    starts[at] = length;
    length += line.length + 1;
    return line;
  });
  return { text: lines.join('\n'), starts };
}

/** Finds a text in lower case. After a find the search goes on at the next row's URLs. */
export function textSearch(wanted: string): BlockSearch {
  return ({ text, starts }, found) => {
    let row = 0;
    for (let at = text.indexOf(wanted); at >= 0; ) {
      while (row + 1 < starts.length && (starts[row + 1] ?? 0) <= at) row += 1;
      found[row] = 1;
      const next = starts[row + 1];
      if (next === undefined) return;
      at = text.indexOf(wanted, next);
    }
  };
}

export function regexSearch(search: RegexSearch): BlockSearch {
  return ({ text, starts }, found) => {
    starts.forEach((from, row) => {
      const next = starts[row + 1];
      if (search(text, from, next === undefined ? text.length : next - 1)) found[row] = 1;
    });
  };
}
