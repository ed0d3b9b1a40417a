import {
  implicitProperties,
  type MapValue,
  type Place,
  propertiesOf,
  type Template,
} from '../../template/index.ts';
import { type ApiEvent, implicitIds } from './api-events.ts';
import { commonCondition, eventOperation } from './rest-paths.ts';
import type { TemplateCondition } from './template-api.ts';
import type { Texts } from './texts.ts';

/** One API before it is read: its properties with `Globals` merged in, and the events that name it. */
export interface ApiSource {
  readonly logicalId: string;
  readonly implicit: boolean;
  readonly place: Place;
  readonly conditionName: string | null;
  readonly properties: MapValue | null;
  readonly events: readonly ApiEvent[];
}

const types = { Api: 'AWS::Serverless::Api', HttpApi: 'AWS::Serverless::HttpApi' } as const;

/** SAM's APIs of one kind, explicit and implicit, in the text's order. */
export function apiSources(
  template: Template,
  kind: 'Api' | 'HttpApi',
  events: readonly ApiEvent[],
): readonly ApiSource[] {
  const byApi = new Map<string, ApiEvent[]>();
  for (const event of events) {
    if (event.type !== kind || event.apiId === null) continue;
    const known = byApi.get(event.apiId);
    if (known === undefined) byApi.set(event.apiId, [event]);
    else known.push(event);
  }
  const implicit = byApi.get(implicitIds[kind]) ?? [];
  const [first] = implicit;
  const explicit = [...template.resources.values()]
    // Events without an API take SAM's own name over.
    .filter(
      ({ type, logicalId }) =>
        type === types[kind] && (first === undefined || logicalId !== implicitIds[kind]),
    )
    .map(
      (resource): ApiSource => ({
        logicalId: resource.logicalId,
        implicit: false,
        place: resource.place,
        conditionName: resource.condition,
        properties: propertiesOf(template, resource),
        events: byApi.get(resource.logicalId) ?? [],
      }),
    );
  if (first === undefined) return explicit;
  const properties = implicitProperties(template, types[kind]);
  return [
    ...explicit,
    {
      logicalId: implicitIds[kind],
      implicit: true,
      place: first.place,
      conditionName: null,
      properties,
      events: implicit,
    },
  ];
}

/** The condition on which an API exists: an implicit one does where any of its events' functions does. */
export function conditionOfApi(source: ApiSource, texts: Texts): TemplateCondition | null {
  if (source.conditionName !== null) return texts.condition(source.conditionName);
  if (!source.implicit) return null;
  return commonCondition(
    `${source.logicalId}Condition`,
    source.events.map((event) => eventOperation(event, texts)),
  );
}
