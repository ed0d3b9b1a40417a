import type { Signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';

/** Closes a popup when the user turns to something else: by the pointer, or with the focus. Returns the ref of it and its button together. */
export function usePopup(open: Signal<boolean>) {
  const whole = useRef<HTMLDivElement>(null);
  const isOpen = open.value;
  useEffect(() => {
    const element = whole.current;
    if (element === null || !isOpen) return;
    const { ownerDocument: document } = element;
    const elsewhere = ({ target }: Event): void => {
      if (target instanceof Node && !element.contains(target)) open.value = false;
    };
    document.addEventListener('pointerdown', elsewhere, true);
    document.addEventListener('focusin', elsewhere);
    return () => {
      document.removeEventListener('pointerdown', elsewhere, true);
      document.removeEventListener('focusin', elsewhere);
    };
  }, [isOpen, open]);
  return whole;
}
