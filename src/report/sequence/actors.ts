import type { GatewayKind } from '../../gateway/index.ts';

/** What the third and the fourth lifeline stand for. Where the wire does not tell, the name says so. */
export interface Actors {
  readonly gateway: string;
  readonly integration: string;
  /** Said where a pointer rests on the head. */
  readonly integrationTitle: string;
}

const behindApi = 'What the gateway calls: a function or another server. Its own traffic is not captured.';
const untold = 'What stands behind this server is not on the wire.';

export const actors: Readonly<Record<GatewayKind, Actors>> = {
  rest: { gateway: 'REST API', integration: 'Integration', integrationTitle: behindApi },
  http: { gateway: 'HTTP API', integration: 'Integration', integrationTitle: behindApi },
  'function-url': {
    gateway: 'Function URL',
    integration: 'Function',
    integrationTitle: 'The Lambda function. Its own traffic is not captured.',
  },
  cloudfront: { gateway: 'CloudFront', integration: 'Unknown origin', integrationTitle: untold },
  other: { gateway: 'Server', integration: 'Unknown', integrationTitle: untold },
};
