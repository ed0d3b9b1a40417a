/** The front door that answered. `rest`: API Gateway REST API (v1). `http`: HTTP API (v2). */
export type GatewayKind = 'rest' | 'http' | 'function-url' | 'cloudfront' | 'other';

/** A kind with the observations that say so, each one readable sentence. An empty list goes only with `other`. */
export interface GatewayIdentity {
  readonly kind: GatewayKind;
  readonly evidence: readonly string[];
}

/** A gateway plus its base (origin and stage): exchanges are grouped by it, and a fix belongs to it. */
export interface ApiIdentity {
  /** Groups exchanges. Made from the URL alone: see `apiOf` for why the kind is no part of it. */
  readonly id: string;
  readonly kind: GatewayKind;
  /** `https://a1b2.execute-api.us-east-1.amazonaws.com/Prod`: no trailing slash. */
  readonly base: string;
}
