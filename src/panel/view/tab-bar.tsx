import { useRef } from 'preact/hooks';
import type { PanelModel, Tab } from '../model/model.ts';

const tabs: readonly (readonly [Tab, string])[] = [
  ['diagnosis', 'Diagnosis'],
  ['headers', 'Headers'],
  ['fix', 'Fix'],
];

/** The tabs go round, as the tabs pattern of the ARIA Authoring Practices has it. */
const keys: Readonly<Record<string, (at: number) => number>> = {
  ArrowRight: (at) => (at + 1) % tabs.length,
  ArrowLeft: (at) => (at + tabs.length - 1) % tabs.length,
  Home: () => 0,
  End: () => tabs.length - 1,
};

export function TabBar({ model }: { readonly model: PanelModel }) {
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = keys[event.key]?.(tabs.findIndex(([each]) => each === model.tab.value));
    const tab = tabs[next ?? -1]?.[0];
    if (tab === undefined) return;
    model.tab.value = tab;
    list.current?.querySelector<HTMLElement>(`#tab-${tab}`)?.focus();
    event.preventDefault();
  };
  return (
    <div role="tablist" aria-label="Views of the exchange" ref={list} onKeyDown={onKeyDown}>
      {tabs.map(([tab, label]) => (
        <button
          key={tab}
          type="button"
          role="tab"
          id={`tab-${tab}`}
          data-testid={`tab-${tab}`}
          aria-selected={model.tab.value === tab}
          aria-controls="tab-panel"
          tabIndex={model.tab.value === tab ? 0 : -1}
          onClick={() => {
            model.tab.value = tab;
          }}
        >
          {label}
        </button>
      ))}
    </div>
  );
}
