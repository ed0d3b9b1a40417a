import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Keeps the focus inside an element whose content is exchanged: what had it may be gone with the old content. Where the
 * whole element goes, the list gets it. Returns the element's ref, and that of what else takes the focus.
 */
export function useKeptFocus(content: string): {
  readonly whole: RefObject<HTMLElement | null>;
  readonly heir: RefObject<HTMLDivElement | null>;
} {
  const whole = useRef<HTMLElement>(null);
  const heir = useRef<HTMLDivElement>(null);
  // Asked while the old content still stands.
  const inside = whole.current?.contains(document.activeElement) ?? false;
  useLayoutEffect(() => {
    if (inside && !whole.current?.contains(document.activeElement))
      heir.current?.focus({ preventScroll: true });
  }, [content]);
  useLayoutEffect(() => {
    const element = whole.current;
    return () => {
      if (element?.contains(document.activeElement))
        document.querySelector<HTMLElement>('[data-testid="list"]')?.focus();
    };
  }, []);
  return { whole, heir };
}
