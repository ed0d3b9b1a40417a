/** Takes a thing for this page alone; gives back the function that lets it go, or null where another page has it. */
export type Claim = (name: string) => Promise<(() => void) | null>;

/** The part of the browser's locks that this needs. They end with the page that holds them, however that ends. */
export interface Locks {
  request(
    name: string,
    options: { ifAvailable: true },
    held: (lock: unknown) => Promise<void>,
  ): Promise<unknown>;
}

export function claimByLock(locks: Locks): Claim {
  return (name) =>
    new Promise((claimed) => {
      const asked = locks.request(name, { ifAvailable: true }, (lock) => {
        if (lock === null) {
          claimed(null);
          return Promise.resolve();
        }
        return new Promise((release) => claimed(release));
      });
      asked.catch(() => claimed(null));
    });
}
