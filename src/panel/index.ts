/** A session's events in, a drawn panel and the user's commands out. Knows the extension API only in `extension-host.ts`. */
export type { PanelHost, Theme } from './host.ts';
export { mountPanel, type PanelOptions } from './panel.tsx';
