import { useEffect, useRef } from 'preact/hooks';

/** What of a toolbar takes part: the filter keeps its own arrows, pills and menus are composites of their own. */
const own = 'button, input[type="checkbox"]';
const others = '.filter-bar, .popup, [role="menu"]';

function itemsOf(toolbar: HTMLElement): readonly HTMLElement[] {
  return [...toolbar.querySelectorAll<HTMLElement>(own)].filter((item) => item.closest(others) === null);
}

/** The toolbar's only tab stop is the item that was last used; where that went, the first. */
function arrange(toolbar: HTMLElement): void {
  const items = itemsOf(toolbar);
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

/** One tab stop for a toolbar, and arrows within, as the ARIA Authoring Practices' toolbar pattern has it. */
export function useRovingToolbar() {
  const toolbar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (toolbar.current) arrange(toolbar.current);
  });
  return {
    ref: toolbar,
    onFocusIn: ({ target }: FocusEvent) => {
      if (toolbar.current === null || !(target instanceof HTMLElement)) return;
      const items = itemsOf(toolbar.current);
      if (items.includes(target)) for (const item of items) mark(item, item === target);
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (toolbar.current === null || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey)
        return;
      const items = itemsOf(toolbar.current);
      const at = items.findIndex((item) => item === event.target);
      const step = steps[event.key];
      if (at < 0 || step === undefined) return;
      items[step(at, items.length)]?.focus();
      event.preventDefault();
    },
  };
}
