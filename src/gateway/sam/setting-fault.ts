import type { Place } from '../../template/index.ts';

/** What a CORS setting of a template gets wrong. Words live in the diagnosis. */
export type SettingFaultReason =
  /** REST: `AllowOrigin: "*"` without the inner single quotes: API Gateway refuses the mapping expression. */
  | 'unquoted-value'
  /** REST: several origins in one string are sent as they are, and no browser takes them. */
  | 'several-origins'
  /** An origin with a path or trailing slash, blanks or upper case: it never equals what a browser sends. */
  | 'origin-not-serialised'
  /** `Cors` beside `DefinitionUri`, or without any inline definition. */
  | 'cors-beside-definition-uri'
  /** `Cors` of a type that SAM refuses, such as `true` for REST or a string for HTTP. */
  | 'cors-wrong-type'
  /** A key that the setting does not have: `AllowOrigin` where `AllowOrigins` is meant, `ExposeHeaders` for REST. */
  | 'unknown-key'
  /** `Cors` on an HTTP API, `CorsConfiguration` on a REST API, `Cors` on an event. */
  | 'cors-on-wrong-resource'
  /** `AllowCredentials: true` with `*` or without an origin. */
  | 'credentials-with-wildcard'
  /** `AllowCredentials: "true"`: ignored without a word. */
  | 'credentials-not-boolean'
  /** A flag such as `AddDefaultAuthorizerToCorsPreflight` inside an authorizer, or beside `Auth`: ignored. */
  | 'misplaced-flag'
  /** Lists of `Globals` and of the resource are both in force, one after the other. */
  | 'lists-concatenated'
  /** `*~1*` among the binary media types: the MOCK preflight answers 500. */
  | 'binary-types-with-mock'
  /** `OPTIONS` among a function URL's methods: refused at deployment. */
  | 'options-in-function-url'
  /** One list item that holds a comma-separated list: it never matches. */
  | 'list-in-one-item'
  /** A string where a list is meant. */
  | 'list-as-string'
  /** Events are not merged into an explicit `DefinitionBody` without `MergeDefinitions`. */
  | 'events-not-merged'
  /** REST: `Cors` without `AllowHeaders`: no header but the safelisted ones passes. */
  | 'allow-headers-absent'
  /** A number of seconds outside what the service takes, or not a number. */
  | 'max-age-out-of-range'
  /** A gateway response type that is customised by itself and does not inherit `DEFAULT_4XX` / `DEFAULT_5XX`'s headers. */
  | 'gateway-response-without-cors'
  /** A function URL without `AuthType`. */
  | 'auth-type-missing';

export interface SettingFault {
  readonly reason: SettingFaultReason;
  /** Where it stands. */
  readonly place: Place;
  /** The setting by its path, such as `Globals.Api.Cors.AllowOrigin`. */
  readonly setting: string;
  /** The offending value or key as text; a stranger's. */
  readonly value: string;
  /** What happens: the deployment fails, the setting is ignored, or it does something else. */
  readonly effect: 'refused' | 'ignored' | 'misread';
  /** What it should say, where that is one thing. */
  readonly mended: string | null;
}
