import { useEffect, useRef } from 'preact/hooks';

/** What of a composite takes part: the filter keeps its own arrows, pills and menus are composites of their own. */
const own = 'button, input[type="checkbox"]';
const others = '.filter-bar, .popup, [role="menu"]';

function itemsOf(composite: HTMLElement): readonly HTMLElement[] {
  return [...composite.querySelectorAll<HTMLElement>(own)].filter((item) => item.closest(others) === null);
}

/** The composite's only tab stop is the item that was last used; where that went, the first. */
function arrange(composite: HTMLElement): void {
  const items = itemsOf(composite);
  const stop = items.find((item) => item.tabIndex === 0 && item.dataset.stop === 'yes') ?? items[0];
  for (const item of items) mark(item, item === stop);
}

function mark(item: HTMLElement, isStop: boolean): void {
  const index = isStop ? 0 : -1;
  if (item.tabIndex !== index) item.tabIndex = index;
  if (isStop) item.dataset.stop = 'yes';
  else delete item.dataset.stop;
}

const steps: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowLeft: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

const sideways: Readonly<Record<string, string>> = { ArrowDown: 'ArrowRight', ArrowUp: 'ArrowLeft' };

/**
 * One tab stop for what belongs together, and arrows within, as the toolbar pattern of the ARIA Authoring Practices has it.
 * Where it stands in `lines`, the vertical arrows go on and back, too.
 */
export function useRoving<Element extends HTMLElement>(lines = false) {
  const composite = useRef<Element>(null);
  useEffect(() => {
    if (composite.current) arrange(composite.current);
  });
  return {
    ref: composite,
    onFocusIn: ({ target }: FocusEvent) => {
      if (composite.current === null || !(target instanceof HTMLElement)) return;
      const items = itemsOf(composite.current);
      if (items.includes(target)) for (const item of items) mark(item, item === target);
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (composite.current === null || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey)
        return;
      const items = itemsOf(composite.current);
      const at = items.findIndex((item) => item === event.target);
      const step = steps[lines ? (sideways[event.key] ?? event.key) : event.key];
      if (at < 0 || step === undefined) return;
      items[step(at, items.length)]?.focus();
      event.preventDefault();
    },
  };
}
