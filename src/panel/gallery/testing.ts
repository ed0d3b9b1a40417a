import { afterEach } from 'vitest';
import type { SessionEvent } from '../../session/index.ts';
import { mountPanel } from '../panel.tsx';
import { broughtViews } from '../view/brought-views.ts';
import * as views from '../view/views.ts';
import { FakeAdapter } from './fake-adapter.ts';

// Tests open the detail at once.
broughtViews.value = views;

export interface Saved {
  readonly fileName: string;
  readonly text: string;
  readonly mime: string;
}

let unmount: (() => void) | null = null;
afterEach(() => {
  unmount?.();
  unmount = null;
  document.body.replaceChildren();
});

/** Text in pieces is told a little later: reading a blob takes a turn. */
function keep(text: string | readonly Blob[], tell: (whole: string) => void): void {
  if (typeof text === 'string') tell(text);
  else void new Blob([...text]).text().then(tell);
}

/** Mounts the panel in the state that `greeting` gives, for one test. Preact draws changes in a later microtask: see `drawn`. */
export function mountFor(
  greeting: SessionEvent,
  copy: (text: string) => Promise<void> = async () => {},
  handlerTarget: string | null = null,
  settings: Map<string, unknown> = new Map(),
) {
  const adapter = new FakeAdapter(greeting);
  const saved: Saved[] = [];
  const opened: (readonly [string, number, number])[] = [];
  const revealed: string[] = [];
  const explained = { now: false };
  const remembered = { handlerTarget };
  const themes: ((theme: 'light' | 'dark' | 'auto') => void)[] = [];
  const root = document.createElement('div');
  document.body.append(root);
  unmount = mountPanel(root, {
    adapter,
    host: {
      theme: 'light',
      onThemeChange: (listener) => themes.push(listener),
      copy,
      explained: { get: () => explained.now, set: () => void Object.assign(explained, { now: true }) },
      handlerTarget: {
        get: () => remembered.handlerTarget,
        set: (target) => void Object.assign(remembered, { handlerTarget: target }),
      },
      settings: { get: (key) => settings.get(key), set: (key, value) => void settings.set(key, value) },
      openResource: (...place) => opened.push(place),
      showInNetwork: (filter) => revealed.push(filter),
      save: (fileName, text, mime) => keep(text, (whole) => saved.push({ fileName, text: whole, mime })),
    },
  });
  return { root, adapter, saved, themes, opened, revealed, remembered, settings };
}

/** All elements with a test id. */
export function all(testId: string): readonly HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(`[data-testid="${testId}"]`)];
}

/** The one element with a test id. */
export function one(testId: string): HTMLElement {
  const [element, ...others] = all(testId);
  if (element === undefined || others.length > 0)
    throw new Error(`${others.length + (element ? 1 : 0)} × ${testId}`);
  return element;
}

/** Waits until what was done is drawn. */
export async function drawn(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setTimeout(resolve, 0));
}

export async function click(element: HTMLElement | undefined): Promise<void> {
  if (element === undefined) throw new Error('Nothing to click.');
  element.click();
  await drawn();
}

export async function press(
  target: HTMLElement,
  key: string,
  modifiers: KeyboardEventInit = {},
): Promise<void> {
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...modifiers }));
  await drawn();
}
