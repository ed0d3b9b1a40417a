import { useRef } from 'preact/hooks';
import type { PanelModel } from '../model/model.ts';
import { type Pill, pills } from './pill.ts';

const labels: Readonly<Record<Pill | 'all', string>> = {
  all: 'All',
  blocked: 'Blocked',
  risky: 'Risky',
  allowed: 'Allowed',
  pending: 'Pending',
};
const shown = ['all', ...pills] as const;

/** As in the Network panel: a click shows one verdict, with Ctrl or ⌘ it adds or takes one away. One tab stop, arrows move in it. */
export function Pills({ model: { filtering } }: { readonly model: PanelModel }) {
  const group = useRef<HTMLFieldSetElement>(null);
  const chosen = filtering.pills.value;
  const isOn = (pill: Pill | 'all'): boolean => (pill === 'all' ? chosen.size === 0 : chosen.has(pill));
  const stop = shown.find(isOn) ?? 'all';

  const choose = (pill: Pill | 'all', several: boolean): void => {
    if (pill === 'all') filtering.pills.value = new Set();
    else if (!several) filtering.pills.value = new Set([pill]);
    else filtering.pills.value = toggled(chosen, pill);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    const buttons = [...(group.current?.querySelectorAll<Element>('button') ?? [])];
    const at = event.target instanceof Element ? buttons.indexOf(event.target) : 0;
    const next = buttons.at((at + step) % buttons.length);
    if (next instanceof HTMLElement) next.focus();
    event.preventDefault();
  };

  return (
    <fieldset class="pills" aria-label="Verdict" ref={group} onKeyDown={onKeyDown}>
      {shown.map((pill) => (
        <button
          key={pill}
          type="button"
          class="pill"
          data-testid={`pill-${pill}`}
          aria-pressed={isOn(pill)}
          tabIndex={pill === stop ? 0 : -1}
          title={pill === 'all' ? undefined : `${labels[pill]}: with Ctrl or ⌘ beside the others`}
          onClick={(event) => choose(pill, event.ctrlKey || event.metaKey)}
        >
          {labels[pill]} <span class="count">{filtering.counts.value[pill]}</span>
        </button>
      ))}
    </fieldset>
  );
}

function toggled(pills: ReadonlySet<Pill>, pill: Pill): ReadonlySet<Pill> {
  const next = new Set(pills);
  if (!next.delete(pill)) next.add(pill);
  return next;
}
