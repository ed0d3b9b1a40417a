/**
 * The one module that names the extension API. `webextension-polyfill` is archived and does nothing where the browser
 * has `browser` itself, so it can leave in this one edit.
 */
import browser from 'webextension-polyfill';
import type { DebuggerApi } from './debugger-api.ts';

export { browser };

/** The browser's debugger, which only Chromium has and the polyfill lacks; null where it is not there. */
export const nativeDebugger: DebuggerApi | null = globalThis.chrome?.debugger ?? null;
