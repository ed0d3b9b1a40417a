import type { HeaderLines } from '../../cors/index.ts';
import type { Place, Value } from '../../template/index.ts';
import type { Authorizer, ResponseMapping } from '../model.ts';
import type { Policy } from '../policy.ts';
import type { SettingFault } from './setting-fault.ts';

/**
 * One API of a template as the official translator makes it, before anything is known of what its handlers answer.
 * Texts that the template cannot tell keep a readable form with `${…}` in it; `unknowns` lists every such text.
 */
export interface TemplateApi {
  /** SAM's own `ServerlessRestApi` or `ServerlessHttpApi` for an implicit API; the function's for a function URL. */
  readonly logicalId: string;
  readonly kind: 'rest' | 'http' | 'function-url';
  readonly implicit: boolean;
  /** The resource's logical id; of an implicit API, the first thing that makes it. */
  readonly place: Place;
  /** The condition on which it exists. */
  readonly condition: TemplateCondition | null;
  /** Null for a function URL, and for `$default`. */
  readonly stage: string | null;
  /** Paths under which custom domains map it, without slashes; empty where the template maps none. */
  readonly basePaths: readonly string[];
  /** Events, `DefinitionBody` paths, and for a function URL the one route `ANY /{proxy+}`. OPTIONS made by `Cors` is not among them. */
  readonly routes: readonly TemplateRoute[];
  /** False where a definition stands elsewhere (`DefinitionUri`, a transform): there may be other routes. */
  readonly routesKnown: boolean;
  /** REST: the OPTIONS methods that `Cors` adds, by path. Empty for the other kinds. */
  readonly preflights: readonly TemplatePreflight[];
  /** HTTP API and function URL: their CORS configuration; null where there is none, and for REST. */
  readonly policy: Policy | null;
  /** HTTP API: what `x-amazon-apigateway-cors` becomes. Function URL: its `Cors`. Null where there is none, and for REST. */
  readonly corsValue: Value | null;
  /** REST: headers by gateway response type, in lower case, without the inner quotes. */
  readonly gatewayResponses: Readonly<Record<string, HeaderLines>>;
  /** REST: `StatusCode` by gateway response type, where it is set. */
  readonly gatewayResponseStatuses: Readonly<Record<string, number>>;
  /** REST: with `/` for `~1`. */
  readonly binaryMediaTypes: readonly string[];
  /** Where `Cors` or `CorsConfiguration` stands, in the resource or in `Globals`; null where nothing sets it. */
  readonly corsPlace: Place | null;
  /** Settings that fail to deploy, are ignored, or mean something else than they seem to. */
  readonly faults: readonly SettingFault[];
  /** Texts in this value that the template cannot tell. */
  readonly unknowns: readonly string[];
  /** Parameters whose default was taken; a deployment may set them otherwise. */
  readonly assumes: readonly string[];
}

/** A condition of the template, or its opposite. */
export interface TemplateCondition {
  readonly name: string;
  readonly negated: boolean;
  /** Whether it is met by the parameters' defaults; null where the template cannot tell. */
  readonly holds: boolean | null;
}

export interface TemplateRoute {
  /** Upper case; `ANY`. */
  readonly method: string;
  /** `/orders/{id}`, `/{proxy+}`, `$default`. */
  readonly path: string;
  readonly condition: TemplateCondition | null;
  /** Names of the security schemes before it; empty is open. */
  readonly security: readonly string[];
  readonly authorizer: Authorizer;
  readonly apiKeyRequired: boolean;
  readonly integration: 'lambda' | 'aws' | 'http' | 'mock' | 'unknown';
  /** What a mock answers; null for the others. */
  readonly mapping: ResponseMapping | null;
  /** The function's logical id, where it is known. */
  readonly functionId: string | null;
  readonly payloadFormat: '1.0' | '2.0';
  /** The event, or the operation in `DefinitionBody`. */
  readonly place: Place;
}

/** One OPTIONS method that SAM adds. Header values are what the template wrote, inner quotes included. */
export interface TemplatePreflight {
  readonly path: string;
  /** The condition of the path item, where only conditional events make it. */
  readonly condition: TemplateCondition | null;
  /** Names of the security schemes before it; empty is open. */
  readonly security: readonly string[];
  readonly authorizer: Authorizer;
  readonly apiKeyRequired: boolean;
  readonly headers: readonly PreflightHeader[];
}

export interface PreflightHeader {
  /** `Access-Control-Allow-Origin`, … */
  readonly name: string;
  /** As it goes into the mapping expression: a value of the template, or the text that SAM makes by default. */
  readonly value: Value | string;
  /** What a browser would see: resolved, without the inner quotes. */
  readonly sent: string;
}
