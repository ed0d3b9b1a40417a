/** What the user chose, beyond the life of DevTools. */
export interface Memory {
  get(): boolean;
  set(on: boolean): void;
}

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/**
 * Kept in the extension's own origin, which needs no permission. A store that refuses (site data blocked, full) only
 * means that nothing is remembered. `store` may throw when asked for.
 */
export function storedMemory(key: string, store: () => Store): Memory {
  return {
    get() {
      try {
        return store().getItem(key) === 'on';
      } catch {
        return false;
      }
    },
    set(on) {
      try {
        if (on) store().setItem(key, 'on');
        else store().removeItem(key);
      } catch {
        // Not remembered.
      }
    },
  };
}
