import type { Entry } from './entry.ts';

interface Block {
  readonly text: string;
  /** Where each row's URLs begin. */
  readonly starts: Uint32Array;
}

const blockSize = 1024;

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

  /** By place: 1 where a URL of the row holds the text, which is in lower case. */
  search(wanted: string, entries: readonly Entry[]): Uint8Array {
    while (this.read(entries));
    const found = new Uint8Array(entries.length);
    this.#blocks.forEach((block, at) => {
      searchBlock(block, wanted, found.subarray(at * blockSize));
    });
    const rest = this.#blocks.length * blockSize;
    searchBlock(blockOf(entries.slice(rest)), wanted, found.subarray(rest));
    return found;
  }
}

/** The URLs that a row tells, in lower case. */
export function urlsOf({ row }: Entry): readonly string[] {
  return row.exchange.hops.map(({ url }) => url.toLowerCase());
}

function blockOf(entries: readonly Entry[]): Block {
  const starts = new Uint32Array(entries.length);
  let length = 0;
  const lines = entries.map((entry, at) => {
    const line = urlsOf(entry).join('\n');
    starts[at] = length;
    length += line.length + 1;
    return line;
  });
  return { text: lines.join('\n'), starts };
}

/** After a find the search goes on at the next row's URLs. */
function searchBlock({ text, starts }: Block, wanted: string, found: Uint8Array): void {
  let row = 0;
  for (let at = text.indexOf(wanted); at >= 0; ) {
    while (row + 1 < starts.length && (starts[row + 1] ?? 0) <= at) row += 1;
    found[row] = 1;
    const next = starts[row + 1];
    if (next === undefined) return;
    at = text.indexOf(wanted, next);
  }
}
