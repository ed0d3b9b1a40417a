import type { ComponentChildren } from 'preact';
import { visible } from '../../report/index.ts';
import { toggleDeep } from '../model/deep.ts';
import type { PanelModel } from '../model/model.ts';
import { AccessNotice } from './access-notice.tsx';
import { Icon } from './icon.tsx';
import { PutAwayNotice } from './put-away-notice.tsx';

/** What is amiss interrupts a screen reader; what only informs waits its turn. */
export function NoticeBar({ model }: { readonly model: PanelModel }) {
  const text = model.notice.value;
  const deep = model.deepNotice.value;
  const { noticeWarns } = model.mirror.value.state;
  const notice = text !== null && (
    <Notice id="notice" text={text} warns={noticeWarns} dismiss={() => model.dismissNotice()} />
  );
  return (
    <div class="notices">
      <div role="alert">
        {model.lost.value && <Lost />}
        <AccessNotice model={model} />
        {noticeWarns && notice}
      </div>
      <div role="status">
        {!noticeWarns && notice}
        <PutAwayNotice model={model} />
        {deep !== null && (
          <Notice id="deep-notice" text={deep} warns={false} dismiss={() => model.dismissDeepNotice()}>
            <button type="button" class="text" data-testid="deep-again" onClick={() => toggleDeep(model)}>
              Switch on again
            </button>
          </Notice>
        )}
      </div>
    </div>
  );
}

/** What is listed can still be read and copied; what changes with the capture cannot. */
function Lost() {
  return (
    <div class="notice" data-testid="lost">
      <Icon name="warning" tone="warn" />
      <span class="text">
        The capture has stopped answering, and what is listed may be old. If this stays, the extension was
        updated or switched off: close DevTools and open it again.
      </span>
    </div>
  );
}

interface NoticeProps {
  readonly id: string;
  readonly text: string;
  readonly warns: boolean;
  readonly dismiss: () => void;
  readonly children?: ComponentChildren;
}

function Notice({ id, text, warns, dismiss, children }: NoticeProps) {
  return (
    <div class={warns ? 'notice' : 'notice plain'} data-testid={id}>
      <Icon name={warns ? 'warning' : 'info'} tone={warns ? 'warn' : 'dim'} />
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
