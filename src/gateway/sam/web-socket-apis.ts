import { propertiesOf, stringOf, type Template, valueAt } from '../../template/index.ts';
import type { WebSocketApi } from '../websocket.ts';

/** The WebSocket APIs of a template: no API for CORS, see `webSocketFact`. */
export function webSocketApis(template: Template): readonly WebSocketApi[] {
  return [...template.resources.values()]
    .filter(
      (resource) =>
        resource.type === 'AWS::Serverless::WebSocketApi' ||
        (resource.type === 'AWS::ApiGatewayV2::Api' &&
          stringOf(valueAt(propertiesOf(template, resource), 'ProtocolType'))?.toUpperCase() === 'WEBSOCKET'),
    )
    .map(({ logicalId }) => ({ kind: 'websocket', logicalId }));
}
