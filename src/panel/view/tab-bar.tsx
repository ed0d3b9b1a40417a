import { useRef } from 'preact/hooks';
import { rowAfter } from '../model/cursor.ts';
import type { PanelModel, Tab } from '../model/model.ts';

const tabs: readonly (readonly [Tab, string])[] = [
  ['diagnosis', 'Diagnosis'],
  ['headers', 'Headers'],
  ['fix', 'Fix'],
];

const keys: Readonly<Record<string, string>> = {
  ArrowRight: 'ArrowDown',
  ArrowLeft: 'ArrowUp',
  Home: 'Home',
  End: 'End',
};

export function TabBar({ model }: { readonly model: PanelModel }) {
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = rowAfter(
      tabs.map(([tab]) => tab),
      model.tab.value,
      keys[event.key] ?? '',
    );
    const tab = tabs.find(([each]) => each === next)?.[0];
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
