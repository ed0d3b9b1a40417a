import type { Diagnosed } from '../../diagnosis/index.ts';
import { sentenceOf } from '../model/sentence.ts';
import { standingOf } from '../model/standing.ts';
import { ByHand } from './assumption.tsx';
import { BrowserWord } from './browser-word.tsx';
import { Prose } from './prose.tsx';
import { StandingIcon } from './standing-icon.tsx';
import { Value } from './value.tsx';

/** The verdict in one sentence: which step, why, and who can mend it. */
export function VerdictBanner({ diagnosed }: { readonly diagnosed: Diagnosed }) {
  const { verdict } = diagnosed.judgement;
  const standing = standingOf(diagnosed);
  const sentence = sentenceOf(diagnosed);
  // Where every alternative blocks too, only the reason is assumed.
  const open =
    verdict.basis === 'assumed' &&
    (verdict.outcome !== 'blocked' || verdict.alternatives.includes('allowed'));
  return (
    <div class={`verdict ${standing}`} data-testid="verdict" data-basis={verdict.basis}>
      <StandingIcon standing={standing} assumed={verdict.basis === 'assumed'} />
      <div>
        <b>
          {open && 'Assumed: '}
          {sentence.what}
        </b>
        {sentence.why !== null && (
          <>
            {' '}
            {verdict.basis === 'assumed' && !open && 'Assumed: '}
            <Prose text={sentence.why} />
          </>
        )}
        {sentence.who !== null && <> Mend it in the {sentence.who}.</>}
        {verdict.code !== null && (
          <div class="reason dim">
            Reason code <span class="mono">{verdict.code}</span>
            {verdict.parameter !== null && verdict.parameter !== '' && (
              <>
                {' '}
                (<Value text={verdict.parameter} tone="mono" />)
              </>
            )}
          </div>
        )}
        <ByHand diagnosed={diagnosed} />
        <BrowserWord diagnosed={diagnosed} />
      </div>
    </div>
  );
}
