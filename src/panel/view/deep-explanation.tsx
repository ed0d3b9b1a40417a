import { useLayoutEffect, useRef } from 'preact/hooks';
import { continueToDeep, isDeepWanted } from '../model/deep.ts';
import type { PanelModel } from '../model/model.ts';

/** What deep capture adds and what the browser will show, told before the browser shows it. */
export function DeepExplanation({ model }: { readonly model: PanelModel }) {
  return model.explaining.value ? <Explanation model={model} /> : null;
}

/** Takes the focus when it opens, and gives it back to where it came from. */
function Explanation({ model }: { readonly model: PanelModel }) {
  const first = useRef<HTMLButtonElement>(null);
  const isOn = isDeepWanted(model.mirror.value.state.deep);
  useLayoutEffect(() => {
    const before = document.activeElement;
    first.current?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  const close = (): void => {
    model.explaining.value = false;
  };
  return (
    <section class="deep-explanation" data-testid="deep-explanation" aria-labelledby="deep-heading">
      <h2 id="deep-heading">Deep capture asks the browser’s debugger</h2>
      <p>
        As long as it is on, the browser shows a bar: <q>CORS Inspector started debugging this browser</q>.
        Closing that bar ends deep capture; standard capture then goes on. Nothing leaves this machine.
      </p>
      <p>It adds:</p>
      <ul>
        <li>the browser’s own reason code, beside ours</li>
        <li>which preflight belongs to which request, exactly, also in workers</li>
        <li>
          the call’s stack, such as <span class="mono">app.js:12</span>, as links to Sources
        </li>
        <li>cookies that were sent or blocked: they tell the credentials mode</li>
        <li>
          <b>Disable cache</b>, for when you deployed and it still fails
        </li>
      </ul>
      <p class="actions">
        {isOn ? (
          <button ref={first} type="button" class="text" data-testid="close-explanation" onClick={close}>
            Close
          </button>
        ) : (
          <>
            <button
              ref={first}
              type="button"
              class="fill"
              data-testid="continue-deep"
              onClick={() => continueToDeep(model)}
            >
              Continue
            </button>
            <button type="button" class="text" data-testid="not-now" onClick={close}>
              Not now
            </button>
          </>
        )}
      </p>
    </section>
  );
}
