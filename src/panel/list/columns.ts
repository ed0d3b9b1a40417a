import type { Diagnosed } from '../../diagnosis/index.ts';
import { gatewayNames } from '../model/names.ts';
import { methodOf, nameOf, statusOf } from '../model/row.ts';
import { causeOf, standingOf } from '../model/standing.ts';

/** The columns in their order. Those that a page's author needs least are hidden until asked for. */
export const columnIds = [
  'verdict',
  'method',
  'status',
  'name',
  'cause',
  'origin',
  'gateway',
  'initiator',
  'started',
  'duration',
] as const;

export type ColumnId = (typeof columnIds)[number];

interface Column {
  readonly label: string;
  /** Width in px before the user sets one; null: the column takes what is left. */
  readonly width: number | null;
  readonly hiddenAtFirst: boolean;
  /** Cannot be hidden: without it a row says nothing. */
  readonly fixed?: true;
}

export const columns: Readonly<Record<ColumnId, Column>> = {
  verdict: { label: 'Verdict', width: 32, hiddenAtFirst: false, fixed: true },
  method: { label: 'Method', width: 126, hiddenAtFirst: false },
  status: { label: 'Status', width: 84, hiddenAtFirst: false },
  name: { label: 'Name', width: null, hiddenAtFirst: false, fixed: true },
  cause: { label: 'Cause', width: 320, hiddenAtFirst: false },
  origin: { label: 'Origin', width: 170, hiddenAtFirst: true },
  gateway: { label: 'Gateway', width: 90, hiddenAtFirst: true },
  initiator: { label: 'Type', width: 80, hiddenAtFirst: true },
  started: { label: 'Started', width: 84, hiddenAtFirst: true },
  duration: { label: 'Duration', width: 76, hiddenAtFirst: true },
};

const standings = ['blocked', 'network-error', 'risky', 'pending', 'unfinished', 'not-cors', 'allowed'];

/** What a column is sorted by. */
export function sortKey(column: ColumnId, diagnosed: Diagnosed): string | number {
  const { exchange, gateway } = diagnosed;
  switch (column) {
    case 'verdict':
      return standings.indexOf(standingOf(diagnosed));
    case 'method':
      return methodOf(diagnosed);
    case 'status':
      return Number.parseInt(statusOf(diagnosed).actual, 10) || 0;
    case 'name':
      return nameOf(diagnosed, null);
    case 'cause':
      return causeOf(diagnosed) ?? '\uffff';
    case 'origin':
      return exchange.origin ?? '';
    case 'gateway':
      return gatewayNames[gateway.kind];
    case 'initiator':
      return exchange.resourceType;
    case 'started':
      return exchange.startedAt;
    case 'duration':
      return durationOf(diagnosed) ?? -1;
  }
}

/** Milliseconds from the first message's start to the last one's end; null while it is under way or where that is not known. */
export function durationOf({ exchange }: Diagnosed): number | null {
  if (exchange.state === 'pending') return null;
  let end: number | null = null;
  for (const { preflight, actual } of exchange.hops)
    for (const message of [preflight, actual])
      if (message?.endedAt != null) end = Math.max(end ?? message.endedAt, message.endedAt);
  return end === null ? null : Math.max(0, end - exchange.startedAt);
}

/** `13 ms`, `1.24 s`. */
export function durationText(ms: number | null): string {
  if (ms === null) return '';
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(2)} s`;
}

/** The local time of day, to the millisecond. */
export function timeText(ms: number): string {
  const at = new Date(ms);
  const two = (value: number): string => String(value).padStart(2, '0');
  if (Number.isNaN(at.getTime())) return '';
  return `${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}.${String(at.getMilliseconds()).padStart(3, '0')}`;
}
