import { memo } from 'preact/compat';
import type { Diagnosed } from '../../diagnosis/index.ts';
import { isSetByHand } from '../../exchange/index.ts';
import { visible } from '../../report/index.ts';
import { methodOf, nameOf, statusOf } from '../model/row.ts';
import { causeOf, standingOf } from '../model/standing.ts';
import { StandingIcon } from './standing-icon.tsx';
import { Value } from './value.tsx';

interface RowProps {
  readonly diagnosed: Diagnosed;
  readonly base: string | null;
  readonly selected: boolean;
}

/** The element id of a row, for `aria-activedescendant`. */
export function rowId(exchangeId: string): string {
  return `exchange-${exchangeId}`;
}

export const Row = memo(({ diagnosed, base, selected }: RowProps) => {
  const { exchange, judgement } = diagnosed;
  const standing = standingOf(diagnosed);
  const assumed = judgement.verdict.basis === 'assumed';
  const status = statusOf(diagnosed);
  const cause = causeOf(diagnosed)?.replaceAll('`', '') ?? null;
  return (
    <tr
      class={`row exchange ${standing}`}
      id={rowId(exchange.id)}
      aria-selected={selected}
      data-testid="exchange"
      data-id={exchange.id}
      data-standing={standing}
    >
      <td class="verdict-cell">
        <StandingIcon standing={standing} assumed={assumed} />
      </td>
      <td class="method">
        <Value text={methodOf(diagnosed)} />
        <span class="dim">
          {status.preflight !== null && ' + Preflight'}
          {status.preflight === null && judgement.preflight === 'cached' && ' (cached)'}
        </span>
      </td>
      <td class="status">
        {status.preflight !== null && `${status.preflight} → `}
        {status.actual}
      </td>
      <td class="name" title={visible(exchange.hops[0]?.url ?? '')}>
        <Value text={nameOf(diagnosed, base)} />
        {exchange.hops.length > 1 && <span class="dim"> ↪ {exchange.hops.length - 1}</span>}
        {exchange.tabInferred && <span class="dim"> · worker, inferred</span>}
      </td>
      <td class="cause" title={cause === null ? undefined : visible(cause)}>
        {isSetByHand(diagnosed.settings) && <span class="warn">Set by hand{cause !== null && ': '}</span>}
        {assumed && <span class="warn">{cause === null ? 'Assumed' : 'Assumed: '}</span>}
        {cause === null ? (
          !assumed &&
          !isSetByHand(diagnosed.settings) && (
            <span class="dim">{standing === 'unfinished' ? 'End not seen' : '–'}</span>
          )
        ) : (
          <Value text={cause} />
        )}
      </td>
    </tr>
  );
});
