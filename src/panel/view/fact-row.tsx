import type { Diagnosed } from '../../diagnosis/index.ts';
import type { FactName, FactWords } from '../../report/index.ts';
import { choices, type Settable, withChoice } from '../model/by-hand.ts';
import type { PanelModel } from '../model/model.ts';
import { Prose } from './prose.tsx';

interface FactRowProps {
  readonly model: PanelModel;
  readonly diagnosed: Diagnosed;
  readonly fact: FactWords;
}

const isSettable = (fact: FactName): fact is Settable => fact !== 'tab';

/** One fact with how it is known, and, where nothing proves it, the choice by hand. */
export function FactRow({ model, diagnosed, fact: told }: FactRowProps) {
  const { fact, name, value, basis } = told;
  const { exchange, settings } = diagnosed;
  return (
    <li data-testid={`fact-${fact}`} data-basis={basis}>
      <span>
        {name}: <Prose text={value} />{' '}
        <span class={basis === 'by-hand' ? 'warn' : 'dim'}>
          (<Prose text={how(told)} />)
        </span>
      </span>
      {basis !== 'proven' && isSettable(fact) && (
        <select
          data-testid={fact}
          aria-label={`${name}, set by hand`}
          value={settings[fact] ?? ''}
          onChange={(event) =>
            model.send({
              type: 'settings',
              exchangeId: exchange.id,
              settings: withChoice(settings, fact, event.currentTarget.value),
            })
          }
        >
          <option value="">as the capture suggests</option>
          {choices[fact].map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
      {fact === 'tab' && basis === 'inferred' && (
        <button
          type="button"
          class="text"
          data-testid="put-away"
          title="Leaves this worker’s requests out of the list"
          onClick={() => model.send({ type: 'put-away', exchangeId: exchange.id })}
        >
          Not this tab’s
        </button>
      )}
    </li>
  );
}

function how({ basis, because }: FactWords): string {
  switch (basis) {
    case 'by-hand':
      return 'set by hand';
    case 'inferred':
      return `inferred: ${because}`;
    case 'proven':
    case 'unknown':
      return because;
  }
}
