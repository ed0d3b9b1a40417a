import { networkWay } from '../model/leading-out.ts';
import { Icon } from './icon.tsx';
import type { ViewProps } from './view-props.ts';

/** From the detail to the same request in the browser's Network panel. Not there where the browser cannot. */
export function RevealButton({ model, diagnosed }: ViewProps) {
  const show = networkWay(model, diagnosed);
  if (show === null) return null;
  return (
    <button
      type="button"
      class="tool reveal"
      data-testid="reveal-in-network"
      aria-label="Reveal in Network"
      title="Reveal in Network"
      onClick={show}
    >
      <Icon name="reveal" />
    </button>
  );
}
