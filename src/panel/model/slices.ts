/** How long the page may be kept busy, in ms: less than a frame. */
const busy = 12;
/** Pieces are joined to about this many characters: a file of millions of tiny ones would be slow to make. */
const pieceLength = 1_000_000;

export interface Slicing {
  /** Milliseconds on any clock that only goes on. */
  readonly now: () => number;
  /** Lets the page do what is due. */
  readonly pause: () => Promise<void>;
}

/** Takes all texts of a generator joined to pieces, made into what is wanted, and lets the page breathe in between. */
export async function inSlices<Piece>(
  texts: Iterable<string>,
  { now, pause }: Slicing,
  make: (text: string) => Piece,
): Promise<readonly Piece[]> {
  const pieces: Piece[] = [];
  let piece: string[] = [];
  let length = 0;
  let until = now() + busy;
  for (const text of texts) {
    if (text !== '') piece.push(text);
    length += text.length;
    if (length > pieceLength) {
      pieces.push(make(piece.join('')));
      piece = [];
      length = 0;
    }
    if (now() < until) continue;
    await pause();
    until = now() + busy;
  }
  pieces.push(make(piece.join('')));
  return pieces;
}

/** A page's own: a message is a task of its own, and unlike a timer never waits. */
export const pageSlicing: Slicing = {
  now: () => performance.now(),
  pause: () =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve();
      };
      port2.postMessage(null);
    }),
};
