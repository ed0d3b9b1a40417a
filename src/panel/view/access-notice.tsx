import { visible } from '../../report/index.ts';
import type { PanelModel } from '../model/model.ts';
import { Icon } from './icon.tsx';

/** What of the traffic stays unseen because the browser withholds it, and the way to get it. */
export function AccessNotice({ model }: { readonly model: PanelModel }) {
  const { siteAccess, withheldFrom } = model.mirror.value.state;
  if (siteAccess !== 'withheld') return null;
  return (
    <div class="notice" data-testid="access-notice">
      <Icon name="warning" tone="warn" />
      <span class="text">
        The browser withholds access to{' '}
        {withheldFrom.length === 0 ? 'some sites' : visible(withheldFrom.join(', '))}, so that requests there
        stay unseen.
      </span>
      <button type="button" class="text" data-testid="ask-access" onClick={() => model.askAccess()}>
        Allow access…
      </button>
    </div>
  );
}
