import { readApis, type TemplateApi } from '../../gateway/index.ts';
import {
  itemsOf,
  type MapValue,
  type Resource,
  stringOf,
  type Template,
  type Value,
  valueAt,
} from '../../template/index.ts';
import { Refused } from './refused.ts';

/** Where the settings of an API may stand. */
export interface Target {
  /** Null for an implicit API. */
  readonly resource: Resource | null;
  /** The section of `Globals` that holds for it; null for CloudFormation's own resources. */
  readonly section: 'Api' | 'HttpApi' | 'Function' | null;
  /** The section's value as far as the resource heeds it. */
  readonly global: Value | null;
  readonly local: Value | null;
  /** Other APIs of the template that take the section's settings too. */
  readonly sharing: readonly string[];
}

const sections = {
  'AWS::Serverless::Api': 'Api',
  'AWS::Serverless::HttpApi': 'HttpApi',
  'AWS::Serverless::Function': 'Function',
} as const;

export function targetOf(template: Template, api: TemplateApi): Target {
  const sharing = readApis(template)
    .filter(({ kind, logicalId }) => kind === api.kind && logicalId !== api.logicalId)
    .filter(({ implicit, logicalId }) => implicit || isSam(template, logicalId))
    .map(({ logicalId }) => logicalId);
  if (api.implicit) {
    const section = api.kind === 'rest' ? 'Api' : 'HttpApi';
    return {
      resource: null,
      section,
      global: valueAt(template.root, 'Globals', section),
      local: null,
      sharing,
    };
  }
  const resource = template.resources.get(api.logicalId);
  if (resource === undefined)
    throw new Refused('no-such-api', null, 'Choose an API that the template has, or add its resource first.');
  const section = sectionOf(resource.type);
  const written = section === null ? null : valueAt(template.root, 'Globals', section);
  const ignored = valueAt(resource.value, 'IgnoreGlobals');
  return {
    resource,
    section,
    global: stringOf(ignored) === '*' ? null : without(written, ignored),
    local: valueAt(resource.value, 'Properties'),
    sharing,
  };
}

const isSam = (template: Template, id: string) =>
  template.resources.get(id)?.type.startsWith('AWS::Serverless::') === true;

function sectionOf(type: string): Target['section'] {
  for (const [name, section] of Object.entries(sections)) if (name === type) return section;
  return null;
}

function without(written: Value | null, ignored: Value | null): Value | null {
  const names = new Set(itemsOf(ignored).map(stringOf));
  if (written?.kind !== 'map' || names.size === 0) return written;
  const map: MapValue = { ...written, entries: written.entries.filter(({ key }) => !names.has(key)) };
  return map;
}
