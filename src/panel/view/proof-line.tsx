import { holds, type Proof, proofText, unverifiedTexts } from '../../fix/index.ts';
import { Icon } from './icon.tsx';

interface ProofLineProps {
  readonly proof: Proof;
  /** The proof holds for the template's change and the handler's together. */
  readonly parts: boolean;
}

/** What replaying the capture against the gateway model showed. */
export function ProofLine({ proof, parts }: ProofLineProps) {
  if (proof.passed + proof.failed === 0)
    return <p class="proof none dim">Nothing captured can be replayed to prove this fix.</p>;
  const proven = holds(proof);
  return (
    <p class={`proof ${proven ? 'holds' : 'falls'}`} data-testid="proof">
      <Icon name={proven ? 'check' : 'warning'} tone={proven ? 'good' : 'warn'} />
      <span>
        <b>
          {proven ? 'Proven on paper: ' : 'Not proven: '}
          {proofText(proof)}
        </b>
        {parts && <span> With the template’s change and the handler’s in place.</span>}
        {unverifiedTexts(proof).map((text) => (
          <span key={text} class="dim">
            {` ${text}`}
          </span>
        ))}
      </span>
    </p>
  );
}
