import { useEffect, useRef } from 'preact/hooks';
import { type FactWords, inferenceWords } from '../../report/index.ts';
import { byHandWords } from '../model/by-hand.ts';
import { sentenceOf } from '../model/sentence.ts';
import { FactRow } from './fact-row.tsx';
import type { ViewProps } from './view-props.ts';

/** What the wire need not carry, fact by fact: how each is known, and the choice by hand. One line where nothing is in doubt. */
export function Assumption({ model, diagnosed }: ViewProps) {
  const { exchange, judgement, settings } = diagnosed;
  const { verdict } = judgement;
  const { facts, againstCapture } = inferenceWords(exchange, judgement, settings);
  const byHand = byHandWords(settings);
  const byHandBefore = useRef(byHand);
  useEffect(() => {
    if (byHandBefore.current === byHand) return;
    byHandBefore.current = byHand;
    model.announcement.value = `Judged again: ${sentenceOf(diagnosed).what}`;
  });
  const doubtful = verdict.basis === 'assumed' || facts.some(isDoubtful);
  return (
    <details
      class="assumption"
      data-testid="assumption"
      data-doubtful={doubtful}
      open={doubtful || againstCapture}
    >
      <summary>{summaryOf(verdict.basis, facts)}</summary>
      <ul>
        {facts.filter(isWorthTelling).map((fact) => (
          <FactRow key={fact.fact} model={model} diagnosed={diagnosed} fact={fact} />
        ))}
      </ul>
      {againstCapture && (
        <p class="warn" data-testid="against-capture">
          What was set by hand does not fit the capture: the browser was seen to do otherwise.
        </p>
      )}
      {verdict.basis === 'assumed' && verdict.alternatives.length > 0 && (
        <p class="dim">
          With another credentials or request mode the verdict would be{' '}
          <span class="mono">{verdict.alternatives.join(', ')}</span>.
        </p>
      )}
    </details>
  );
}

/** Facts that a reader must not take for seen: modes are told with the verdict's own basis. */
function isDoubtful({ fact, basis }: FactWords): boolean {
  return basis === 'by-hand' || (basis === 'inferred' && (fact === 'preflight' || fact === 'tab'));
}

/** That a page's request is this tab's goes without saying. */
const isWorthTelling = ({ fact, basis }: FactWords): boolean => fact !== 'tab' || basis !== 'proven';

function summaryOf(basis: 'certain' | 'assumed', facts: readonly FactWords[]): string {
  if (facts.some((fact) => fact.basis === 'by-hand')) return 'Set by hand';
  if (basis === 'assumed') return 'Assumed: the capture doesn’t carry everything that decides';
  return facts.some(isDoubtful)
    ? 'Inferred, with no influence on the verdict'
    : 'Nothing assumed that would change the verdict';
}

/** What was set by hand, for the banner; nothing where nothing was. */
export function ByHand({ diagnosed }: Pick<ViewProps, 'diagnosed'>) {
  const words = byHandWords(diagnosed.settings);
  if (words === null) return null;
  return (
    <div class="reason warn" data-testid="by-hand">
      Judged with what was set by hand: {words}.
    </div>
  );
}
