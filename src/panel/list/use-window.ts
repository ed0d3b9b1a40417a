import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type Anchor, anchorAt, topFor } from './anchor.ts';
import type { Item } from './items.ts';
import { linesPerPage, narrowUpTo, offsetsOf, windowAt } from './window.ts';

/** Before the list was measured, and where nothing is laid out. */
const assumed = { top: 0, height: 900, width: 1000 };

interface View {
  readonly top: number;
  readonly height: number;
  readonly width: number;
}

interface Lines {
  readonly items: readonly Item[];
  readonly narrow: boolean;
  readonly offsets: Int32Array;
}

/**
 * The lines in sight of a scrolling element, kept up to date as it scrolls, is resized, and grows. A list that was scrolled
 * to its end stays there as lines come, as the browser's own panels do; else what is in sight stays in its place.
 */
export function useWindow(items: readonly Item[]) {
  const box = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<View>(assumed);
  const narrow = view.width <= narrowUpTo;
  const lines = useRef<Lines | null>(null);
  if (lines.current?.items !== items || lines.current.narrow !== narrow)
    lines.current = { items, narrow, offsets: offsetsOf(items, narrow) };
  const { offsets } = lines.current;
  const atEnd = useRef(false);
  const anchor = useRef<Anchor | null>(null);

  const measure = (): void => {
    const element = box.current;
    const now = lines.current;
    if (element === null || now === null || element.clientHeight === 0) return;
    const { scrollTop: top, clientHeight: height, clientWidth: width, scrollHeight } = element;
    atEnd.current = top > 0 && top + height >= scrollHeight - 2;
    anchor.current = anchorAt(now.items, now.offsets, top);
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
    if (element === null) return;
    const top = atEnd.current
      ? element.scrollHeight
      : anchor.current && topFor(anchor.current, items, offsets);
    if (top !== null && top !== element.scrollTop) element.scrollTop = top;
    measure();
  }, [offsets]);

  /** Scrolls to `top`, and draws what is there. */
  const scrollTo = (top: number): void => {
    if (box.current !== null) box.current.scrollTop = top;
    measure();
  };
  const window = windowAt(offsets, view.top, view.height);
  const perPage = linesPerPage(view.height, narrow);
  return { box, window, offsets, narrow, width: view.width, perPage, scrollTo, onScroll: measure };
}
