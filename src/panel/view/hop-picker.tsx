import type { Diagnosed } from '../../diagnosis/index.ts';
import type { PanelModel } from '../model/model.ts';
import { Value } from './value.tsx';

interface HopPickerProps {
  readonly model: PanelModel;
  readonly diagnosed: Diagnosed;
  readonly shown: number;
}

/** Of a redirected exchange, which hop's headers are shown. */
export function HopPicker({ model, diagnosed, shown }: HopPickerProps) {
  const { exchange, judgement } = diagnosed;
  if (exchange.hops.length < 2) return null;
  return (
    <ol class="redirects" data-testid="hops" aria-label="Hops">
      {exchange.hops.map((hop, index) => (
        <li key={index}>
          <button
            type="button"
            class="text hop"
            data-testid="hop"
            aria-pressed={index === shown}
            onClick={() => {
              model.looking.hop.value = { exchangeId: exchange.id, hop: index };
            }}
          >
            {index === 0 ? 'Called' : 'Redirected to'} <Value text={hop.url} tone="mono" />
          </button>
          {index === judgement.hop && <span class="chip">decided here</span>}
        </li>
      ))}
    </ol>
  );
}
