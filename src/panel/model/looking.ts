import { batch, type Signal, signal } from '@preact/signals';
import type { Evidence } from '../../diagnosis/index.ts';
import type { PanelModel } from './model.ts';

/** The header that the user followed a finding to; of the message's own line where `header` is null. */
export interface Target {
  readonly exchangeId: string;
  readonly hop: number;
  readonly message: Evidence['message'];
  readonly header: string | null;
}

/** What the user looks at in the Headers tab. */
export interface Looking {
  /** The hop chosen by hand, of that exchange only; else the deciding one is shown. */
  readonly hop: Signal<{ readonly exchangeId: string; readonly hop: number } | null>;
  readonly target: Signal<Target | null>;
}

export function createLooking(): Looking {
  return { hop: signal<Looking['hop']['value']>(null), target: signal<Target | null>(null) };
}

/** Shows the header that a piece of evidence speaks of. */
export function showEvidence(
  model: PanelModel,
  exchangeId: string,
  decided: number,
  evidence: Evidence,
): void {
  const hop = evidence.hop ?? decided;
  const header = evidence.header === undefined || evidence.header === ':status' ? null : evidence.header;
  batch(() => {
    model.looking.hop.value = { exchangeId, hop };
    // A new object each time: whoever follows the same evidence again is led there again.
    model.looking.target.value = { exchangeId, hop, message: evidence.message, header };
    model.tab.value = 'headers';
  });
}
