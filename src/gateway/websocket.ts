/**
 * A WebSocket API of API Gateway. It is no `GatewayConfiguration`, because CORS has nothing to say of it: a reader of
 * templates names one by this, and whoever shows it says why nothing is diagnosed.
 */
export interface WebSocketApi {
  readonly kind: 'websocket';
  /** The resource's logical id in its template. */
  readonly logicalId: string;
}

/** Why WebSocket APIs are outside CORS, and what protects them instead. */
export const webSocketFact = {
  outside:
    'A WebSocket API is outside CORS: browsers let any page open a WebSocket to any host, ask no preflight, and read no Access-Control header in its answer.',
  protection:
    'What protects it is a check of the Origin header, which browsers always send and pages cannot set, against a list of your own origins when the connection is opened: in the authoriser or the handler of the $connect route. Without one, and with cookies as the only credential, any page can talk to it as the signed-in user.',
} as const;
