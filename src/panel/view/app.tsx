import { ExchangeList } from '../list/list.tsx';
import { StatusBar } from '../list/status-bar.tsx';
import { CopyMenu } from '../menu/copy-menu.tsx';
import type { PanelModel } from '../model/model.ts';
import { ApisTab } from './apis-tab.tsx';
import { ByHand } from './by-hand.tsx';
import { DeepExplanation } from './deep-explanation.tsx';
import { Detail } from './detail.tsx';
import { Empty } from './empty.tsx';
import { NoticeBar } from './notice-bar.tsx';
import { Splitter } from './splitter.tsx';
import { TemplateBar } from './template-bar.tsx';
import { Toolbar } from './toolbar.tsx';
import { usePanelFocus } from './use-panel-focus.ts';

export function App({ model }: { readonly model: PanelModel }) {
  const empty = model.all.value.length === 0;
  const main = usePanelFocus();
  const byHand = model.configuring.byHand.value;
  const open = model.detailOpen.value || byHand;
  return (
    <>
      <header>
        <h1 class="offscreen">CORS</h1>
        <Toolbar model={model} />
        <DeepExplanation model={model} />
        <NoticeBar model={model} />
        <TemplateBar model={model} />
      </header>
      <main
        ref={main}
        class="split"
        data-detail={open ? 'open' : 'closed'}
        style={{ '--list-share': `${model.split.share.value}%` }}
      >
        {/* Until the session spoke nothing is known, not even that nothing was captured. */}
        {empty ? (
          model.connected.value && !byHand && <Empty model={model} />
        ) : model.view.value === 'apis' ? (
          <ApisTab model={model} />
        ) : (
          <ExchangeList model={model} />
        )}
        {open && !empty && <Splitter model={model} />}
        {byHand && <ByHand model={model} />}
        {model.detailOpen.value && !byHand && <Detail model={model} />}
        <CopyMenu model={model} />
      </main>
      <StatusBar model={model} />
      <div class="offscreen" role="status" aria-live="polite" data-testid="announcement">
        {model.announcement.value}
      </div>
    </>
  );
}
