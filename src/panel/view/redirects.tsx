import type { Diagnosed } from '../../diagnosis/index.ts';
import { Value } from './value.tsx';

/** The chain of hops, where there is one. */
export function Redirects({ diagnosed }: { readonly diagnosed: Diagnosed }) {
  const { hops } = diagnosed.exchange;
  if (hops.length < 2) return null;
  return (
    <ol class="redirects" data-testid="redirects">
      {hops.map((hop, index) => (
        <li key={index} aria-current={index === diagnosed.judgement.hop ? 'step' : undefined}>
          <span class="dim">{index === 0 ? 'Called' : 'Redirected to'}</span>{' '}
          <Value text={hop.url} tone="mono" />
          {index === diagnosed.judgement.hop && <span class="chip">decided here</span>}
        </li>
      ))}
    </ol>
  );
}
