import type { Proof } from '../../fix/index.ts';
import { Icon } from './icon.tsx';

interface ProofLineProps {
  readonly proof: Proof;
  /** The proof holds for the template's change and the handler's together. */
  readonly parts: boolean;
}

/** What replaying the capture against the gateway model showed. */
export function ProofLine({ proof, parts }: ProofLineProps) {
  const { passed, failed, strangersRefused, strangersAccepted, restsOnUnverified } = proof;
  const total = passed + failed;
  if (total === 0) return <p class="proof none dim">Nothing captured can be replayed to prove this fix.</p>;
  const holds = failed === 0 && strangersAccepted === 0;
  const strangers = strangersRefused + strangersAccepted;
  return (
    <p class={`proof ${holds ? 'holds' : 'falls'}`} data-testid="proof">
      <Icon name={holds ? 'check' : 'warning'} tone={holds ? 'good' : 'warn'} />
      <span>
        <b>
          {holds ? 'Proven on paper: ' : 'Not proven: '}
          {passed} of {total} captured requests pass, {strangersRefused} of {strangers} strangers are refused.
        </b>
        {parts && <span> With the template’s change and the handler’s in place.</span>}
        {restsOnUnverified > 0 && (
          <span class="dim">
            {' '}
            Resting on AWS behaviour that was not recorded: {restsOnUnverified} of these.
          </span>
        )}
      </span>
    </p>
  );
}
