import { useEffect, useRef } from 'preact/hooks';
import { nobodysApi } from '../model/configuring.ts';
import type { PanelModel } from '../model/model.ts';
import { broughtViews } from './brought-views.ts';
import { Icon } from './icon.tsx';

/** The form for an API of which nothing was captured. */
export function ByHand({ model }: { readonly model: PanelModel }) {
  const section = useRef<HTMLElement>(null);
  const brought = broughtViews.value;
  useEffect(() => {
    const opened = section.current;
    opened?.focus();
    return () => {
      // The focus would be lost with what held it.
      if (opened?.contains(document.activeElement))
        document.querySelector<HTMLElement>('[data-testid="configure-by-hand"]')?.focus();
    };
  }, []);
  return (
    <section
      ref={section}
      tabIndex={-1}
      class="detail by-hand"
      data-testid="by-hand"
      aria-label="Configure CORS by hand"
    >
      <div class="tabs">
        <button
          type="button"
          class="tool close"
          data-testid="close-by-hand"
          aria-label="Close (Esc)"
          title="Close (Esc)"
          onClick={() => {
            model.configuring.byHand.value = false;
          }}
        >
          <Icon name="close" />
        </button>
        <span class="title">Configure CORS by hand</span>
      </div>
      <div class="body">
        {brought === null ? (
          <p class="dim">Loading…</p>
        ) : (
          <brought.ApiFix model={model} api={nobodysApi} open={null} handlerFirst={false} />
        )}
      </div>
    </section>
  );
}
