import { effect, signal } from '@preact/signals';
import { render } from 'preact';
import type { MessageAdapter, SessionCommand, SessionEvent } from '../session/index.ts';
import type { PanelHost, Theme } from './host.ts';
import { bindContextMenu } from './menu/bind-context-menu.ts';
import { bindDrop } from './model/files.ts';
import { createModel } from './model/model.ts';
import { bindShortcuts } from './model/shortcuts.ts';
import { themeFor } from './model/user-settings.ts';
import { App } from './view/app.tsx';
import { bringViews } from './view/brought-views.ts';

export interface PanelOptions {
  readonly adapter: MessageAdapter<SessionCommand, SessionEvent>;
  readonly host: PanelHost;
}

/** Draws the panel into `root` and keeps it up to date with the session. Returns the function that takes it away. */
export function mountPanel(root: HTMLElement, { adapter, host }: PanelOptions): () => void {
  const model = createModel(adapter, host);
  const hostTheme = signal<Theme>(host.theme);
  host.onThemeChange((theme) => {
    hostTheme.value = theme;
  });
  const undress = effect(() => {
    root.ownerDocument.documentElement.dataset.theme = themeFor(
      model.userSettings.theme.value,
      hostTheme.value,
    );
  });
  const unbind = bindShortcuts(root.ownerDocument, model);
  const undrop = bindDrop(root, model);
  const unmenu = bindContextMenu(root, model);
  root.classList.add('panel');
  render(<App model={model} />, root);
  void bringViews(model);
  return () => {
    undress();
    unbind();
    undrop();
    unmenu();
    model.close();
    render(null, root);
  };
}
