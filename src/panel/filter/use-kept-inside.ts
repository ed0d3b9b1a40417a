import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** For what hangs below the filter box and may be wider than it: moved to the left as far as it would leave the panel. */
export function useKeptInside<T extends HTMLElement>(): RefObject<T | null> {
  const popup = useRef<T>(null);
  useLayoutEffect(() => {
    const element = popup.current;
    if (element === null) return;
    element.style.left = '0';
    const beyond = element.getBoundingClientRect().right - document.documentElement.clientWidth + 6;
    if (beyond > 0) element.style.left = `${-beyond}px`;
  });
  return popup;
}
