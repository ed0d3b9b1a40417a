import { useRef } from 'preact/hooks';
import type { Diagnosed } from '../../diagnosis/index.ts';
import type { PanelModel } from '../model/model.ts';
import { Icon } from '../view/icon.tsx';

/** Opens the copy menu of the exchange that the detail shows. */
export function CopyMenuButton({
  model,
  diagnosed,
}: {
  readonly model: PanelModel;
  readonly diagnosed: Diagnosed;
}) {
  const button = useRef<HTMLButtonElement>(null);
  const { menu } = model.copying;
  const isOpen = menu.value?.opener !== undefined && menu.value.opener === button.current;
  return (
    <button
      ref={button}
      type="button"
      class="tool copy-menu"
      data-testid="copy-menu"
      aria-label="Copy"
      title="Copy"
      aria-haspopup="menu"
      aria-expanded={isOpen}
      onClick={(event) => {
        if (isOpen) {
          model.copying.close();
          return;
        }
        const { right, bottom } = event.currentTarget.getBoundingClientRect();
        const at = { x: right, y: bottom + 2 };
        const opener = event.currentTarget;
        model.copying.open({ id: diagnosed.exchange.id, at, returnTo: opener, opener });
      }}
    >
      <Icon name="copy" />
    </button>
  );
}
