import type { Exchange, Judgement, ManualSettings } from '../exchange/index.ts';
import type { GatewayIdentity } from '../gateway/index.ts';
import type { Finding } from './finding.ts';

/** One diagnosed exchange: all that a list row, a detail view and a report need of it. Plain data. */
export interface Diagnosed {
  readonly exchange: Exchange;
  readonly judgement: Judgement;
  readonly gateway: GatewayIdentity;
  readonly apiId: string;
  /** Root cause first. */
  readonly findings: readonly Finding[];
  readonly settings: ManualSettings;
}
