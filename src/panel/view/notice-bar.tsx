import type { ComponentChildren } from 'preact';
import { visible } from '../../report/index.ts';
import { toggleDeep } from '../model/deep.ts';
import type { PanelModel } from '../model/model.ts';
import { AccessNotice } from './access-notice.tsx';
import { Icon } from './icon.tsx';
import { PutAwayNotice } from './put-away-notice.tsx';

export function NoticeBar({ model }: { readonly model: PanelModel }) {
  const text = model.notice.value;
  const deep = model.deepNotice.value;
  return (
    <div class="notices" role="alert">
      <AccessNotice model={model} />
      <PutAwayNotice model={model} />
      {text !== null && <Notice id="notice" text={text} dismiss={() => model.dismissNotice()} />}
      {deep !== null && (
        <Notice id="deep-notice" text={deep} dismiss={() => model.dismissDeepNotice()}>
          <button type="button" class="text" data-testid="deep-again" onClick={() => toggleDeep(model)}>
            Switch on again
          </button>
        </Notice>
      )}
    </div>
  );
}

interface NoticeProps {
  readonly id: string;
  readonly text: string;
  readonly dismiss: () => void;
  readonly children?: ComponentChildren;
}

function Notice({ id, text, dismiss, children }: NoticeProps) {
  return (
    <div class="notice" data-testid={id}>
      <Icon name="warning" tone="warn" />
      <span class="text">{visible(text)}</span>
      {children}
      <button
        type="button"
        class="tool"
        data-testid={`dismiss-${id}`}
        aria-label="Dismiss"
        title="Dismiss"
        onClick={dismiss}
      >
        <Icon name="close" />
      </button>
    </div>
  );
}
