import { memo } from 'preact/compat';
import { type Diagnosed, splitLead } from '../../diagnosis/index.ts';
import { isSetByHand } from '../../exchange/index.ts';
import { visible } from '../../report/index.ts';
import { gatewayNames } from '../model/names.ts';
import { methodOf, nameOf, statusOf, statusTitle } from '../model/row.ts';
import { causeOf, type Standing, standingOf, standingWords } from '../model/standing.ts';
import { StandingIcon } from '../view/standing-icon.tsx';
import { Value } from '../view/value.tsx';
import { type ColumnId, durationOf, durationText, initiatorOf, timeText } from './columns.ts';
import { shortName } from './short-name.ts';

interface RowProps {
  readonly diagnosed: Diagnosed;
  readonly base: string | null;
  readonly columns: readonly ColumnId[];
  readonly rowIndex: number;
  /** Below its API's line. */
  readonly nested: boolean;
  readonly selected: boolean;
}

/** The element id of a row, for `aria-activedescendant`. */
export function rowId(exchangeId: string): string {
  return `exchange-${exchangeId}`;
}

export const Row = memo(({ diagnosed, base, columns, rowIndex, nested, selected }: RowProps) => {
  const { exchange } = diagnosed;
  const standing = standingOf(diagnosed);
  return (
    <div
      role="row"
      class={`row exchange ${standing}`}
      id={rowId(exchange.id)}
      aria-rowindex={rowIndex}
      {...(nested ? { 'aria-level': 2 } : {})}
      aria-selected={selected}
      data-testid="exchange"
      data-id={exchange.id}
      data-standing={standing}
    >
      {columns.map((id) => (
        <Cell key={id} id={id} diagnosed={diagnosed} base={base} />
      ))}
    </div>
  );
});

interface CellProps {
  readonly id: ColumnId;
  readonly diagnosed: Diagnosed;
  readonly base: string | null;
}

function Cell({ id, diagnosed, base }: CellProps) {
  const { exchange, judgement, gateway } = diagnosed;
  switch (id) {
    case 'verdict':
      return (
        <div role="gridcell" class="verdict-cell">
          <StandingIcon standing={standingOf(diagnosed)} assumed={judgement.verdict.basis === 'assumed'} />
        </div>
      );
    case 'method': {
      const { preflight } = statusOf(diagnosed);
      return (
        <div role="gridcell" class="method">
          <Value text={methodOf(diagnosed)} />
          {preflight !== null && <span class="dim"> + Preflight</span>}
          {preflight === null && judgement.preflight === 'cached' && <span class="dim"> (cached)</span>}
        </div>
      );
    }
    case 'status': {
      const { preflight, actual } = statusOf(diagnosed);
      return (
        <div role="gridcell" class="status" title={statusTitle(diagnosed)}>
          {preflight !== null && `${preflight} → `}
          {actual}
        </div>
      );
    }
    case 'name':
      return (
        <div role="gridcell" class="name" title={visible(exchange.hops[0]?.url ?? '')}>
          <Value text={nameOf(diagnosed, base)} />
          {exchange.hops.length > 1 && <span class="dim"> ↪ {exchange.hops.length - 1}</span>}
          {exchange.tabInferred && <span class="dim"> · worker, inferred</span>}
        </div>
      );
    case 'cause':
      return <CauseCell diagnosed={diagnosed} />;
    case 'api':
      return <More text={shortName(diagnosed.apiId)} title={diagnosed.apiId} />;
    case 'origin':
      return <More text={exchange.origin ?? ''} />;
    case 'gateway':
      return <More text={gatewayNames[gateway.kind]} />;
    case 'type':
      return <More text={exchange.resourceType} />;
    case 'initiator': {
      const initiator = initiatorOf(diagnosed);
      return <More text={initiator?.text ?? ''} title={initiator?.url ?? ''} />;
    }
    case 'started':
      return (
        <div role="gridcell" class="more number">
          {timeText(exchange.startedAt)}
        </div>
      );
    case 'duration':
      return (
        <div role="gridcell" class="more number">
          {durationText(durationOf(diagnosed))}
        </div>
      );
  }
}

function More({ text, title = text }: { readonly text: string; readonly title?: string }) {
  return (
    <div role="gridcell" class="more" title={visible(title)}>
      <Value text={text} />
    </div>
  );
}

function CauseCell({ diagnosed }: { readonly diagnosed: Diagnosed }) {
  const assumed = diagnosed.judgement.verdict.basis === 'assumed';
  const cause = causeOf(diagnosed)?.replaceAll('`', '') ?? null;
  const byHand = isSetByHand(diagnosed.settings);
  return (
    <div role="gridcell" class="cause" title={cause === null ? undefined : visible(cause)}>
      {byHand && <span class="warn">Set by hand{cause !== null && ': '}</span>}
      {assumed && <span class="warn">{cause === null ? 'Assumed' : 'Assumed: '}</span>}
      {cause !== null && <Cause title={cause} />}
      {cause === null && !assumed && !byHand && <NoCause standing={standingOf(diagnosed)} />}
    </div>
  );
}

/** The status cell tells the answer; it leads only where there is room for both. */
function Cause({ title }: { readonly title: string }) {
  const { lead, cause } = splitLead(title);
  return (
    <>
      {lead !== '' && <span class="lead">{lead}</span>}
      <Value text={cause} />
    </>
  );
}

function NoCause({ standing }: { readonly standing: Standing }) {
  const words = standing === 'unfinished' || standing === 'pending';
  return <span class={words ? 'dim' : 'dim none'}>{words ? standingWords[standing] : '–'}</span>;
}
