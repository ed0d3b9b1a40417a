import {
  entriesOf,
  type Place,
  propertiesOf,
  type Resource,
  stringOf,
  type Template,
  type Value,
  valueAt,
} from '../../template/index.ts';
import { referenceOf } from './mappings.ts';
import { anyMethod } from './operation.ts';

/** A function's (or state machine's) event that makes a route. */
export interface ApiEvent {
  readonly type: 'Api' | 'HttpApi';
  readonly resourceId: string;
  readonly eventId: string;
  readonly integration: 'lambda' | 'aws';
  /** The function's condition: SAM puts it before the method. */
  readonly condition: string | null;
  /** The API's logical id; the implicit API's where the event names none; null where it cannot be told. */
  readonly apiId: string | null;
  readonly path: string;
  /** Lower case, as the key of an OpenAPI document. */
  readonly key: string;
  readonly auth: Value | null;
  readonly payloadFormat: '1.0' | '2.0';
  /** The event's name. */
  readonly place: Place;
  readonly properties: Value | null;
}

export const implicitIds = { Api: 'ServerlessRestApi', HttpApi: 'ServerlessHttpApi' } as const;

const sources: ReadonlyMap<string, ApiEvent['integration']> = new Map([
  ['AWS::Serverless::Function', 'lambda'],
  ['AWS::Serverless::StateMachine', 'aws'],
]);

/** All events of a template that make routes, in the text's order. */
export function apiEvents(template: Template): readonly ApiEvent[] {
  return [...template.resources.values()].flatMap((resource) => {
    const integration = sources.get(resource.type);
    return integration === undefined ? [] : eventsOf(template, resource, integration);
  });
}

function eventsOf(
  template: Template,
  resource: Resource,
  integration: ApiEvent['integration'],
): readonly ApiEvent[] {
  const events = valueAt(propertiesOf(template, resource), 'Events');
  return entriesOf(events).flatMap(({ key: eventId, keyPlace, value }): readonly ApiEvent[] => {
    const type = stringOf(valueAt(value, 'Type'));
    if (type !== 'Api' && type !== 'HttpApi') return [];
    const properties = valueAt(value, 'Properties');
    const path = stringOf(valueAt(properties, 'Path'));
    const method = stringOf(valueAt(properties, 'Method'));
    // SAM refuses a REST event without either, and an HTTP event with one of the two.
    if (type === 'Api' && (path === null || method === null)) return [];
    const named = valueAt(properties, type === 'Api' ? 'RestApiId' : 'ApiId');
    const isDefault = !path && !method;
    return [
      {
        type,
        resourceId: resource.logicalId,
        eventId,
        integration,
        condition: resource.condition,
        apiId: named === null ? implicitIds[type] : referenceOf(named),
        path: isDefault ? '$default' : (path ?? '/'),
        key: keyOf(method),
        auth: valueAt(properties, 'Auth'),
        payloadFormat:
          stringOf(valueAt(properties, 'PayloadFormatVersion')) === '1.0' || type === 'Api' ? '1.0' : '2.0',
        place: keyPlace,
        properties,
      },
    ];
  });
}

function keyOf(method: string | null): string {
  const lower = method?.toLowerCase() ?? 'any';
  return lower === 'any' || lower === '' ? anyMethod : lower;
}
