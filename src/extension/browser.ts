/**
 * The one module that names the extension API. `webextension-polyfill` is archived and does nothing where the browser
 * has `browser` itself, so it can leave in this one edit.
 */
import browser from 'webextension-polyfill';

export { browser };
