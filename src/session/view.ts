import type { Finding } from '../diagnosis/index.ts';
import type { Exchange, Judgement, ManualSettings } from '../exchange/index.ts';
import type { Fix, Proof } from '../fix/index.ts';
import type { ApiIdentity, GatewayIdentity, GatewayKind, Policy } from '../gateway/index.ts';

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

/** One API with the one policy that its captured exchanges need, and its fixes for the kind at hand. */
export interface ApiView {
  readonly identity: ApiIdentity;
  readonly exchangeIds: readonly string[];
  readonly policy: Policy;
  /** By gateway kind, so that the user can switch REST / HTTP. */
  readonly fixes: Readonly<Record<'rest' | 'http', readonly Fix[]>>;
  readonly proofs: Readonly<Record<'rest' | 'http', Proof>>;
  /** The kind that the evidence suggests for the switch. */
  readonly suggested: Extract<GatewayKind, 'rest' | 'http'>;
}
