import type { PanelModel } from '../model/model.ts';
import { firstShare, leastShare, mostShare } from '../model/split.ts';

/** How far one key press moves it, in per cent of the panel's width. */
const step = 2;

/** Between the list and the detail: drags, and moves by the arrow keys; a double click puts it back. */
export function Splitter({ model }: { readonly model: PanelModel }) {
  const { share, set } = model.split;
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = keyed(event.key, share.value);
    if (next === null || event.ctrlKey || event.metaKey || event.altKey) return;
    set(next);
    event.preventDefault();
  };
  return (
    <div
      class="splitter"
      role="separator"
      tabIndex={0}
      data-testid="splitter"
      aria-orientation="vertical"
      aria-label="Width of the list"
      aria-valuemin={leastShare}
      aria-valuemax={mostShare}
      aria-valuenow={Math.round(share.value)}
      onKeyDown={onKeyDown}
      onDblClick={() => set(firstShare)}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        event.preventDefault();
      }}
      onPointerMove={({ currentTarget, pointerId, clientX }) => {
        const { left, width } = currentTarget.parentElement?.getBoundingClientRect() ?? { left: 0, width: 0 };
        if (!currentTarget.hasPointerCapture(pointerId) || width === 0) return;
        set(((clientX - left) / width) * 100);
      }}
    />
  );
}

function keyed(key: string, share: number): number | null {
  switch (key) {
    case 'ArrowLeft':
      return share - step;
    case 'ArrowRight':
      return share + step;
    case 'Home':
      return leastShare;
    case 'End':
      return mostShare;
    default:
      return null;
  }
}
