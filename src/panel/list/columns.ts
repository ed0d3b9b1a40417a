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
  'api',
  'origin',
  'gateway',
  'type',
  'initiator',
  'started',
  'duration',
] as const;

export type ColumnId = (typeof columnIds)[number];

interface Column {
  readonly label: string;
  /** In px: before the user sets one; at least, where it has a share. */
  readonly width: number;
  /** Of what the others leave. */
  readonly share: number;
  readonly hiddenAtFirst: boolean;
  /** Cannot be hidden: without it a row says nothing. */
  readonly fixed?: true;
}

const hidden = (label: string, width: number): Column => ({ label, width, share: 0, hiddenAtFirst: true });

export const columns: Readonly<Record<ColumnId, Column>> = {
  verdict: { label: 'Verdict', width: 32, share: 0, hiddenAtFirst: false, fixed: true },
  method: { label: 'Method', width: 126, share: 0, hiddenAtFirst: false },
  status: { label: 'Status', width: 84, share: 0, hiddenAtFirst: false },
  name: { label: 'Name', width: 120, share: 1, hiddenAtFirst: false, fixed: true },
  cause: { label: 'Cause', width: 140, share: 2, hiddenAtFirst: false },
  api: hidden('API', 170),
  origin: hidden('Origin', 170),
  gateway: hidden('Gateway', 90),
  type: hidden('Type', 80),
  initiator: hidden('Initiator', 120),
  started: hidden('Started', 92),
  duration: hidden('Duration', 76),
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
    case 'api':
      return diagnosed.apiId;
    case 'origin':
      return exchange.origin ?? '';
    case 'gateway':
      return gatewayNames[gateway.kind];
    case 'type':
      return exchange.resourceType;
    case 'initiator':
      return initiatorOf(diagnosed)?.text ?? '';
    case 'started':
      return exchange.startedAt;
    case 'duration':
      return durationOf(diagnosed) ?? -1;
  }
}

/** The script's line that called, as `orders.ts:57`, and the whole of its URL; null where the capture does not tell it. */
export function initiatorOf({ exchange }: Diagnosed): { readonly text: string; readonly url: string } | null {
  const [frame] = exchange.call;
  if (frame === undefined) return null;
  const file = frame.url
    .replace(/[?#].*$/s, '')
    .split('/')
    .at(-1);
  return { text: `${file || frame.url}:${frame.line}`, url: `${frame.url}:${frame.line}:${frame.column}` };
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
