import { visible } from '../../report/index.ts';
import type { PanelModel } from '../model/model.ts';
import { AccessNotice } from './access-notice.tsx';
import { Icon } from './icon.tsx';
import { PutAwayNotice } from './put-away-notice.tsx';

export function NoticeBar({ model }: { readonly model: PanelModel }) {
  const text = model.notice.value;
  return (
    <div class="notices" role="alert">
      <AccessNotice model={model} />
      <PutAwayNotice model={model} />
      {text !== null && (
        <div class="notice" data-testid="notice">
          <Icon name="warning" tone="warn" />
          <span class="text">{visible(text)}</span>
          <button
            type="button"
            class="tool"
            data-testid="dismiss-notice"
            aria-label="Dismiss"
            title="Dismiss"
            onClick={() => model.dismissNotice()}
          >
            <Icon name="close" />
          </button>
        </div>
      )}
    </div>
  );
}
