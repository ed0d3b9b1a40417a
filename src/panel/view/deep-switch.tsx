import { isDeepWanted, toggleDeep, toggleDisableCache } from '../model/deep.ts';
import type { PanelModel } from '../model/model.ts';
import { Icon } from './icon.tsx';

const cacheTitles = {
  on: 'While recording, the browser asks neither its cache nor its preflight cache: after a deployment, every call shows what the server answers now.',
  off: 'Needs deep capture: only the debugger can make the browser leave out its caches.',
} as const;

/** The switch of deep capture and what depends on it. Not offered where the browser has no debugger for extensions. */
export function DeepSwitch({ model }: { readonly model: PanelModel }) {
  const { deep, disableCache } = model.mirror.value.state;
  if (deep === 'unavailable') return null;
  const cacheTitle = cacheTitles[deep === 'on' ? 'on' : 'off'];
  return (
    <>
      <span class="switch">
        <label title="Capture through the browser’s debugger">
          <input
            type="checkbox"
            data-testid="deep"
            checked={isDeepWanted(deep)}
            aria-busy={deep === 'starting'}
            onClick={(event) => {
              // The session says when it is on.
              event.preventDefault();
              toggleDeep(model);
            }}
          />
          Deep capture
        </label>
        <button
          type="button"
          class="tool"
          data-testid="explain-deep"
          aria-label="What deep capture does"
          title="What deep capture does"
          aria-expanded={model.explaining.value}
          onClick={() => {
            model.explaining.value = !model.explaining.value;
          }}
        >
          <Icon name="question" />
        </button>
      </span>
      <label class={deep === 'on' ? 'switch cache' : 'switch cache dim'} title={cacheTitle}>
        <input
          type="checkbox"
          data-testid="disable-cache"
          checked={disableCache}
          aria-disabled={deep !== 'on'}
          aria-description={cacheTitle}
          onClick={(event) => {
            event.preventDefault();
            toggleDisableCache(model);
          }}
        />
        Disable cache
      </label>
    </>
  );
}
