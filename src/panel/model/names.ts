import type { Owner } from '../../diagnosis/index.ts';
import type { FixKind } from '../../fix/index.ts';
import type { GatewayKind } from '../../gateway/index.ts';

export const gatewayNames: Readonly<Record<GatewayKind, string>> = {
  rest: 'REST API',
  http: 'HTTP API',
  'function-url': 'Function URL',
  cloudfront: 'CloudFront',
  other: 'Server',
};

export const fixKindNames: Readonly<Record<FixKind, string>> = {
  rest: 'REST API',
  http: 'HTTP API',
  'function-url': 'Function URL',
};

/** Languages of handlers by a fix's `target`. */
export const handlerNames: Readonly<Record<string, string>> = {
  nodejs: 'Node.js',
  'nodejs-ts': 'TypeScript',
  python: 'Python',
  java: 'Java',
  go: 'Go',
  csharp: 'C#',
  ruby: 'Ruby',
};

export const ownerNames: Readonly<Record<Owner, string>> = {
  gateway: 'gateway configuration',
  handler: 'handler',
  integration: 'integration',
  cdn: 'CDN',
  client: 'front end',
  network: 'network',
};
