import { render } from 'preact';
import type { MessageAdapter, SessionCommand, SessionEvent } from '../session/index.ts';
import type { PanelHost, Theme } from './host.ts';
import { bindContextMenu } from './menu/bind-context-menu.ts';
import { bindDrop } from './model/files.ts';
import { createModel } from './model/model.ts';
import { bindShortcuts } from './model/shortcuts.ts';
import { App } from './view/app.tsx';

export interface PanelOptions {
  readonly adapter: MessageAdapter<SessionCommand, SessionEvent>;
  readonly host: PanelHost;
}

/** Draws the panel into `root` and keeps it up to date with the session. Returns the function that takes it away. */
export function mountPanel(root: HTMLElement, { adapter, host }: PanelOptions): () => void {
  const model = createModel(adapter, host);
  const setTheme = (theme: Theme): void => {
    root.ownerDocument.documentElement.dataset.theme = theme;
  };
  setTheme(host.theme);
  host.onThemeChange(setTheme);
  const unbind = bindShortcuts(root.ownerDocument, model);
  const undrop = bindDrop(root, model);
  const unmenu = bindContextMenu(root, model);
  root.classList.add('panel');
  render(<App model={model} />, root);
  return () => {
    unbind();
    undrop();
    unmenu();
    model.close();
    render(null, root);
  };
}
