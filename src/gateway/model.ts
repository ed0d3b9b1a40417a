import type { HeaderLines } from '../cors/index.ts';
import type { Policy } from './policy.ts';

/** What stands in front of the methods of a REST API. */
export type Authorizer = 'none' | 'cognito' | 'lambda' | 'iam';

/** What the code behind a route answers. */
export type Integration =
  | { readonly type: 'lambda'; readonly response: HandlerResponse }
  /** The function threw, or returned something that is not a proxy response. */
  | { readonly type: 'lambda-error' }
  | { readonly type: 'timeout' };

export interface HandlerResponse {
  readonly status: number;
  readonly headers: HeaderLines;
  readonly body: string;
}

export interface Route {
  /** `GET`, … or `ANY`. */
  readonly method: string;
  /** `/orders/{id}`, `/{proxy+}`, or `$default` (HTTP API). */
  readonly path: string;
  readonly authorizer: Authorizer;
  readonly apiKeyRequired: boolean;
  readonly integration: Integration;
}

/** REST API (v1): what SAM's `Cors`, `Auth` and `GatewayResponses` turn into. */
export interface RestConfiguration {
  readonly kind: 'rest';
  readonly stage: string;
  readonly routes: readonly Route[];
  /** The MOCK OPTIONS method of every path; null where there is none. */
  readonly preflight: {
    /** Header values as sent, without SAM's inner quotes; null is a header that is not sent. */
    readonly allowOrigin: string;
    readonly allowMethods: string | null;
    readonly allowHeaders: string | null;
    readonly allowCredentials: boolean;
    readonly maxAge: number | null;
    readonly authorizer: Authorizer;
    readonly apiKeyRequired: boolean;
  } | null;
  /** Headers by gateway response type (`DEFAULT_4XX`, `UNAUTHORIZED`, …). A type set on its own does not inherit a default's. */
  readonly gatewayResponses: Readonly<Record<string, HeaderLines>>;
}

/** HTTP API (v2). */
export interface HttpConfiguration {
  readonly kind: 'http';
  /** Empty for `$default`. */
  readonly stage: string;
  readonly routes: readonly Route[];
  readonly cors: Policy | null;
}

export type GatewayConfiguration = RestConfiguration | HttpConfiguration;

export interface GatewayRequest {
  readonly method: string;
  /** Path and query below the host, stage included. */
  readonly path: string;
  readonly headers: HeaderLines;
}

/** The answer that a browser would see. */
export interface GatewayAnswer {
  readonly status: number;
  readonly headers: HeaderLines;
  readonly body: string;
  /** This rests on behaviour that AWS was not recorded doing. */
  readonly unverified: boolean;
}
