import type { Diagnosed } from '../../diagnosis/index.ts';
import { Value } from './value.tsx';

/** The browser's own word beside ours, where it gave one; the two differing is a fault of this extension. */
export function BrowserWord({ diagnosed }: { readonly diagnosed: Diagnosed }) {
  const { reported } = diagnosed.exchange;
  const { disagreement } = diagnosed.judgement;
  if (disagreement !== null) {
    return (
      <div class="disagreement" data-testid="disagreement">
        <b>The browser says otherwise.</b> Computed: <Value text={disagreement.computed} tone="mono" />; the
        browser: <Value text={disagreement.reported ?? 'allowed'} tone="mono" />
        <Unknown diagnosed={diagnosed} />. Trust the browser: this is a fault of CORS Inspector. An exported
        report carries both words.
      </div>
    );
  }
  if (reported === null) return null;
  const { code, parameter } = diagnosed.judgement.verdict;
  if (reported.code !== null && reported.code === code && reported.parameter === (parameter ?? ''))
    return (
      <div class="reason dim" data-testid="browser-word">
        The browser gives the same code.
      </div>
    );
  return (
    <div class="reason dim" data-testid="browser-word">
      The browser’s own word: <Value text={reported.name} tone="mono" />
      {reported.parameter !== '' && (
        <>
          {' '}
          (<Value text={reported.parameter} tone="mono" />)
        </>
      )}
      <Unknown diagnosed={diagnosed} />
    </div>
  );
}

function Unknown({ diagnosed }: { readonly diagnosed: Diagnosed }) {
  const { reported } = diagnosed.exchange;
  if (reported === null || reported.code !== null) return null;
  return (
    <>
      {' '}
      <span class="chip warn">unknown to this version</span>
    </>
  );
}
