import { CopyMenuButton } from '../menu/copy-button.tsx';
import type { PanelModel, Tab } from '../model/model.ts';
import { broughtViews } from './brought-views.ts';
import { Icon } from './icon.tsx';
import { RevealButton } from './reveal-button.tsx';
import { TabBar } from './tab-bar.tsx';
import { useKeptFocus } from './use-kept-focus.ts';

/** A tab panel is a tab stop, so that the keyboard can scroll it. */
function panelOf(tab: Tab) {
  return { role: 'tabpanel', tabIndex: 0, id: 'tab-panel', 'aria-labelledby': `tab-${tab}` } as const;
}

export function Detail({ model }: { readonly model: PanelModel }) {
  const diagnosed = model.selected.value;
  const tab = model.tab.value;
  const content = `${diagnosed?.exchange.id} ${tab}`;
  const { whole, heir } = useKeptFocus(content);
  if (diagnosed === null) return null;
  const View = broughtViews.value?.views[tab] ?? null;
  return (
    <section class="detail" ref={whole} data-testid="detail" aria-label="Exchange">
      <div class="tabs">
        <button
          type="button"
          class="tool close"
          data-testid="close-detail"
          aria-label="Close (Esc)"
          title="Close (Esc)"
          onClick={() => model.closeDetail()}
        >
          <Icon name="close" />
        </button>
        <TabBar model={model} />
        <span class="tools">
          <RevealButton model={model} diagnosed={diagnosed} />
          <CopyMenuButton model={model} diagnosed={diagnosed} />
        </span>
      </div>
      <div class="body" {...panelOf(tab)} ref={heir} key={content}>
        {View === null ? <p class="dim">Loading…</p> : <View model={model} diagnosed={diagnosed} />}
      </div>
    </section>
  );
}
