import type { HeaderLines } from '../cors/index.ts';
import type { GatewayResponseType } from './gateway-response.ts';
import type { Policy } from './policy.ts';

/** What stands in front of a method: `cognito` is REST's, `jwt` HTTP API's; the model treats them alike. */
export type Authorizer = 'none' | 'cognito' | 'jwt' | 'lambda' | 'iam';

/** What stands behind a route, and what it answers. What no Lambda proxy answers belongs to the integration, not to a handler. */
export type Integration =
  | { readonly type: 'lambda'; readonly response: HandlerResponse }
  /** A function by the value that it returned: the front door reads it, or finds it malformed. */
  | {
      readonly type: 'lambda-result';
      /** An HTTP API's choice; a REST API reads in its own way, a function URL 2.0. */
      readonly payload: '1.0' | '2.0';
      readonly result: unknown;
    }
  /** The function threw, or returned something that is not a proxy response. */
  | { readonly type: 'lambda-error' }
  /** A backend whose response passes on as it is (REST and HTTP API). */
  | { readonly type: 'http_proxy'; readonly response: HandlerResponse }
  /** An AWS service, or an HTTP backend, whose response a REST API maps; an HTTP API passes an AWS service's on. */
  | { readonly type: 'aws' | 'http'; readonly response: HandlerResponse; readonly mapping: ResponseMapping }
  /** REST API: nothing stands behind it, the mapping is all. */
  | { readonly type: 'mock'; readonly mapping: ResponseMapping }
  | { readonly type: 'timeout' }
  /** Lambda had no concurrency left to run the function. */
  | { readonly type: 'lambda-throttled' };

/** The integration response and method response of a REST API's method. */
export interface ResponseMapping {
  readonly status: number;
  /** Name and mapping expression: `'static value'` in its quotes, or `integration.response.header.Name`. */
  readonly headers: HeaderLines;
  /** Origins that a response template (VTL) sends back to who asks from them, over the fixed `Access-Control-Allow-Origin`. */
  readonly origins?: readonly string[];
  /** The request is read as text, whatever the API's binary media types (`contentHandling: CONVERT_TO_TEXT`). */
  readonly asText?: boolean;
  /** That AWS answers so was not recorded. */
  readonly unrecorded?: boolean;
  /** What a template makes of the body; the backend's own where absent. */
  readonly body?: string;
}

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
  readonly refusal?: Refusal;
}

/** A resource policy that denies answers as `ACCESS_DENIED` does, with another body. */
export type Refusal = GatewayResponseType | 'RESOURCE_POLICY';

/** REST API (v1): what SAM's `Cors`, `Auth` and `GatewayResponses` turn into. */
export interface RestConfiguration {
  readonly kind: 'rest';
  readonly stage: string;
  /** On a custom domain: the mapped path that stands in the URL instead of the stage (`v1`), empty at the root. */
  readonly basePath?: string;
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
    readonly refusal?: Refusal;
  } | null;
  /**
   * Headers by gateway response type (`DEFAULT_4XX`, `UNAUTHORIZED`, …). A type set on its own does not inherit a
   * default's. A value `method.request.header.Origin` stands for that header of the request.
   */
  readonly gatewayResponses: Readonly<Record<string, HeaderLines>>;
  /** `StatusCode` by gateway response type; a type that is named here is set on its own, too. */
  readonly gatewayResponseStatuses?: Readonly<Record<string, number>>;
}

/** HTTP API (v2). */
export interface HttpConfiguration {
  readonly kind: 'http';
  /** Empty for `$default`. */
  readonly stage: string;
  /** On a custom domain: the mapped path that stands in the URL instead of the stage (`v1`), empty at the root. */
  readonly basePath?: string;
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
