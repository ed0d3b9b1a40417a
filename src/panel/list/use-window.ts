import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Item } from './items.ts';
import { narrowUpTo, offsetsOf, type Window, windowAt } from './window.ts';

/** Before the list was measured, and where nothing is laid out. */
const assumed = { top: 0, height: 900, width: 1000 };

interface View {
  readonly top: number;
  readonly height: number;
  readonly width: number;
}

/** The lines in sight of a scrolling element, kept up to date as it scrolls, is resized, and grows. */
export function useWindow(items: readonly Item[]) {
  const box = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<View>(assumed);
  const narrow = view.width <= narrowUpTo;
  const memo = useRef<{ items: readonly Item[]; narrow: boolean; offsets: Int32Array } | null>(null);
  if (memo.current?.items !== items || memo.current.narrow !== narrow)
    memo.current = { items, narrow, offsets: offsetsOf(items, narrow) };
  const { offsets } = memo.current;
  /** The list was scrolled to its end: as rows come it stays there, as the browser's own panels do. */
  const atEnd = useRef(false);

  const measure = (): void => {
    const element = box.current;
    if (element === null || element.clientHeight === 0) return;
    const { scrollTop: top, clientHeight: height, clientWidth: width, scrollHeight } = element;
    atEnd.current = top > 0 && top + height >= scrollHeight - 2;
    setView((before) =>
      before.top === top && before.height === height && before.width === width
        ? before
        : { top, height, width },
    );
  };

  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  useLayoutEffect(() => {
    const element = box.current;
    if (element !== null && atEnd.current) element.scrollTop = element.scrollHeight;
    measure();
  }, [offsets]);

  const window: Window = windowAt(offsets, view.top, view.height);
  return { box, window, offsets, narrow, onScroll: measure };
}
