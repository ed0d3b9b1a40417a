import { visible } from '../../report/index.ts';
import type { PanelModel } from '../model/model.ts';
import { Icon } from './icon.tsx';

/** Whose workers' requests were put away, and the way back. */
export function PutAwayNotice({ model }: { readonly model: PanelModel }) {
  const origins = model.mirror.value.state.putAway;
  if (origins.length === 0) return null;
  return (
    <div class="notice plain" data-testid="put-away-notice">
      <Icon name="info" tone="dim" />
      <span class="text">
        Requests of {visible(origins.join(', '))}’s workers are hidden until the page is reloaded.
      </span>
      <button
        type="button"
        class="text"
        data-testid="bring-back"
        onClick={() => model.send({ type: 'bring-back' })}
      >
        Show them again
      </button>
    </div>
  );
}
