/** What each front door does on the wire: telling kinds apart, the policy type, and a model that answers requests. */
export type { ApiIdentity, GatewayIdentity, GatewayKind } from './kind.ts';
export type {
  Authorizer,
  GatewayAnswer,
  GatewayConfiguration,
  GatewayRequest,
  HandlerResponse,
  HttpConfiguration,
  Integration,
  RestConfiguration,
  Route,
} from './model.ts';
export type { Policy } from './policy.ts';
