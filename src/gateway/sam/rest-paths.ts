import type { Value } from '../../template/index.ts';
import type { ApiEvent } from './api-events.ts';
import { definitionPaths } from './definition.ts';
import { anyMethod, type Operation, type PathBranch, type PathItem } from './operation.ts';
import { eventSecurity } from './security.ts';
import type { TemplateCondition } from './template-api.ts';
import type { Texts } from './texts.ts';

/** The operation that an event makes. */
export function eventOperation(event: ApiEvent, texts: Texts): Operation {
  return {
    key: event.key,
    condition: event.condition === null ? null : texts.condition(event.condition),
    security: eventSecurity(event.auth),
    integrated: true,
    integration: event.integration,
    mapping: null,
    functionId: event.integration === 'lambda' ? event.resourceId : null,
    payloadFormat: event.payloadFormat,
    place: event.place,
  };
}

/** The paths of an API whose definition SAM makes of events alone. */
export function pathsOfEvents(apiId: string, events: readonly ApiEvent[], texts: Texts): readonly PathItem[] {
  const byPath = new Map<string, ApiEvent[]>();
  for (const event of events) {
    const own = byPath.get(event.path);
    if (own === undefined) byPath.set(event.path, [event]);
    else own.push(event);
  }
  return [...byPath].map(([path, own]) => {
    const operations = own.map((event) => eventOperation(event, texts));
    const condition = commonCondition(`${apiId}${idOfPath(path)}PathCondition`, operations);
    return { path, branches: [{ condition, keys: operations.map(({ key }) => key), operations }] };
  });
}

/** SAM's name for a condition that it makes for a path. */
const idOfPath = (path: string) => path.replaceAll('/', 'SLASH').replaceAll('{', 'OB').replaceAll('}', 'CB');

/** The condition of what exists only by conditional things: theirs, or a new one that holds where any of theirs does. */
export function commonCondition(
  name: string,
  parts: readonly { readonly condition: TemplateCondition | null }[],
): TemplateCondition | null {
  const conditions = parts.flatMap(({ condition }) => condition ?? []);
  const [first] = conditions;
  if (first === undefined || conditions.length < parts.length) return null;
  if (conditions.every((one) => one.name === first.name)) return first;
  const holds = conditions.some((one) => one.holds === true)
    ? true
    : conditions.some((one) => one.holds === null)
      ? null
      : false;
  return { name, negated: false, holds };
}

/** The definition with events added: HTTP APIs always, REST APIs by `MergeDefinitions`. An event's operation wins. */
export function withEvents(
  definition: readonly PathItem[],
  events: readonly ApiEvent[],
  texts: Texts,
  keyOf: (event: ApiEvent) => string = ({ key }) => key,
): readonly PathItem[] {
  const paths = new Map(definition.map((item) => [item.path, item]));
  for (const event of events) {
    const operation = { ...eventOperation(event, texts), key: keyOf(event) };
    const item = paths.get(event.path) ?? {
      path: event.path,
      branches: [{ condition: null, keys: [], operations: [] }],
    };
    paths.set(event.path, {
      path: event.path,
      branches: item.branches.map((branch) => added(branch, operation)),
    });
  }
  return [...paths.values()];
}

function added(branch: PathBranch, operation: Operation): PathBranch {
  const { key } = operation;
  const own = branch.operations.find((one) => one.key === key);
  const security = operation.security.length > 0 ? operation.security : (own?.security ?? []);
  return {
    ...branch,
    keys: branch.keys.includes(key) ? branch.keys : [...branch.keys, key],
    operations: [...branch.operations.filter((one) => one.key !== key), { ...operation, security }],
  };
}

/** REST: paths by the definition and the events; null where the definition cannot be read here. */
export function restPaths(
  api: { readonly id: string; readonly definition: Value | null; readonly merges: boolean },
  events: readonly ApiEvent[],
  texts: Texts,
): readonly PathItem[] | null {
  if (api.definition === null) return pathsOfEvents(api.id, events, texts);
  const paths = definitionPaths(api.definition, texts);
  if (paths === null || !api.merges) return paths;
  // The translator merges `any` under that very name.
  return withEvents(paths, events, texts, ({ key }) => (key === anyMethod ? 'any' : key));
}
