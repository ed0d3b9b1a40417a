import { browser } from './browser.ts';

/** The URL that a tab shows; null where this page may not know it, or the tab is gone. */
export async function pageOf(tabId: number): Promise<string | null> {
  try {
    return (await browser.tabs.get(tabId)).url ?? null;
  } catch {
    return null;
  }
}

/** The origin of a URL; `'null'` for those that have none. */
export function originOf(url: string): string {
  return URL.canParse(url) ? new URL(url).origin : 'null';
}
