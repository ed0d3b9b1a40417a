import { useLayoutEffect, useRef } from 'preact/hooks';

/** Where the focus goes when what had it is no longer there, the first that is. */
const places = [
  '[data-testid="list"]',
  '[data-testid="empty"]',
  '[data-testid="record"]',
  '[data-testid="clear"]',
];

/**
 * Keeps the focus in the panel: an element that goes with the focus leaves it nowhere, and the next key would begin at the
 * top of DevTools. Returns the ref of the part that is watched.
 */
export function usePanelFocus() {
  const watched = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const part = watched.current;
    if (part === null) return;
    const { ownerDocument: document } = part;
    let inside: Element | null = null;
    const onFocusIn = ({ target }: FocusEvent): void => {
      inside = target instanceof Element && part.contains(target) ? target : null;
    };
    const observer = new MutationObserver(() => {
      if (inside === null || inside.isConnected) return;
      inside = null;
      const isLost = document.activeElement === null || document.activeElement === document.body;
      if (!isLost) return;
      const [next] = places.flatMap((place) => [...document.querySelectorAll<HTMLElement>(place)]);
      next?.focus();
    });
    document.addEventListener('focusin', onFocusIn);
    observer.observe(part, { childList: true, subtree: true });
    return () => {
      document.removeEventListener('focusin', onFocusIn);
      observer.disconnect();
    };
  }, []);
  return watched;
}
