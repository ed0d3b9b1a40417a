/**
 * What each front door does on the wire. In: an exchange (who answered it, and for which API), or a gateway's
 * configuration and a request. Out: the kind with its evidence, the API's identity, or the answer that a browser would
 * see. A configuration can be made from a policy. A SAM template reads into the APIs that the official translator makes of it.
 */
export { answer } from './answer.ts';
export { apiOf } from './api-of.ts';
export { functionUrlConfiguration, httpConfiguration, restConfiguration } from './from-policy.ts';
export { templateConfiguration } from './from-template.ts';
export type { GatewayResponseType } from './gateway-response.ts';
export { identify } from './identify.ts';
export type { ApiIdentity, GatewayIdentity, GatewayKind } from './kind.ts';
export type {
  Authorizer,
  FunctionUrlConfiguration,
  GatewayAnswer,
  GatewayConfiguration,
  GatewayRequest,
  HandlerResponse,
  HttpConfiguration,
  Integration,
  Refusal,
  ResponseMapping,
  RestConfiguration,
  Route,
} from './model.ts';
export type { Policy } from './policy.ts';
export { refusalsLike } from './refusals-like.ts';
export { configurationOf } from './sam/configuration-of.ts';
export { faultsOf } from './sam/faults-of.ts';
export { type ApiMatch, matchApi } from './sam/match-api.ts';
export { readApis } from './sam/read-apis.ts';
export { originOverride } from './sam/response-override.ts';
export { routeOf, type Taker } from './sam/route-of.ts';
export type { SettingFault, SettingFaultReason } from './sam/setting-fault.ts';
export type {
  PreflightHeader,
  TemplateApi,
  TemplateCondition,
  TemplatePreflight,
  TemplateRoute,
} from './sam/template-api.ts';
export { unknownHeadersOf } from './sam/unknown-headers.ts';
export { webSocketApis } from './sam/web-socket-apis.ts';
export { type WebSocketApi, webSocketFact } from './websocket.ts';
