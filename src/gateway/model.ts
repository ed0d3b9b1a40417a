import type { HeaderLines } from '../cors/index.ts';
import type { GatewayResponseType } from './gateway-response.ts';
import type { Policy } from './policy.ts';

/** What stands in front of a method: `cognito` is REST's, `jwt` HTTP API's; the model treats them alike. */
export type Authorizer = 'none' | 'cognito' | 'jwt' | 'lambda' | 'iam';

/** What the code behind a route answers. */
export type Integration =
  | { readonly type: 'lambda'; readonly response: HandlerResponse }
  /** The function threw, or returned something that is not a proxy response. */
  | { readonly type: 'lambda-error' }
  | { readonly type: 'timeout' }
  /** Lambda had no concurrency left to run the function. */
  | { readonly type: 'lambda-throttled' };

export interface HandlerResponse {
  readonly status: number;
  readonly headers: HeaderLines;
  readonly body: string;
  /** The handler adds the policy's headers by the request's origin, as the generated handler code does. */
  readonly cors?: Policy;
}

export interface Route {
  /** `GET`, … or `ANY`. */
  readonly method: string;
  /** `/orders/{id}`, `/{proxy+}`, or `$default` (HTTP API). */
  readonly path: string;
  readonly authorizer: Authorizer;
  readonly apiKeyRequired: boolean;
  readonly integration: Integration;
  /** The gateway itself ends every request here in this way: a firewall, a throttle, a validator, an authoriser that denies. */
  readonly refusal?: GatewayResponseType;
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
    /** Origins that a response override (VTL) echoes instead of `allowOrigin`. */
    readonly allowOrigins?: readonly string[];
    readonly allowMethods: string | null;
    readonly allowHeaders: string | null;
    readonly allowCredentials: boolean;
    readonly maxAge: number | null;
    readonly authorizer: Authorizer;
    readonly apiKeyRequired: boolean;
    /** See `Route`: `API_CONFIGURATION_ERROR` is what binary media types do to a MOCK. */
    readonly refusal?: GatewayResponseType;
  } | null;
  /**
   * Headers by gateway response type (`DEFAULT_4XX`, `UNAUTHORIZED`, …). A type set on its own does not inherit a
   * default's. A value `method.request.header.Origin` stands for that header of the request.
   */
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

/** A Lambda function URL: one function, no routes, no stage. */
export interface FunctionUrlConfiguration {
  readonly kind: 'function-url';
  readonly authType: 'NONE' | 'AWS_IAM';
  /** `FunctionUrlConfig.Cors`; each list item is compared whole. */
  readonly cors: Policy | null;
  /** Whether callers have both permissions that a function URL asks for: to invoke the URL, and the function through it. */
  readonly permitted: boolean;
  readonly integration: Integration;
}

export type GatewayConfiguration = RestConfiguration | HttpConfiguration | FunctionUrlConfiguration;

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
