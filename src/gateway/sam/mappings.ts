import { itemsOf, stringOf, type Template, type Value, valueAt } from '../../template/index.ts';
import type { Texts } from './texts.ts';

/** CloudFormation's own mappings, with the keys that hold the API and the path. */
const mappings: readonly (readonly [string, string, string])[] = [
  ['AWS::ApiGateway::BasePathMapping', 'RestApiId', 'BasePath'],
  ['AWS::ApiGatewayV2::ApiMapping', 'ApiId', 'ApiMappingKey'],
];

/** Paths below which custom domains map an API, without slashes: SAM's `Domain`, and CloudFormation's own mappings. */
export function basePathsOf(logicalId: string, domain: Value | null, texts: Texts): readonly string[] {
  const paths = valueAt(domain, 'BasePath');
  const own = domain === null ? [] : paths === null ? [''] : paths.kind === 'list' ? itemsOf(paths) : [paths];
  const found = own.map((path) => (typeof path === 'string' ? path : (texts.of(path) ?? '')));
  for (const { apiId, path } of mappingsIn(texts.template))
    if (apiId === logicalId) found.push(path === null ? '' : (texts.of(path) ?? ''));
  return [...new Set(found.map((path) => path.replace(/^\/+|\/+$/g, '')))];
}

interface Mapping {
  readonly apiId: string | null;
  readonly path: Value | null;
}

/** Found once for a template: it may have thousands of APIs and resources. */
const known = new WeakMap<Template, readonly Mapping[]>();

function mappingsIn(template: Template): readonly Mapping[] {
  const before = known.get(template);
  if (before !== undefined) return before;
  const now = [...template.resources.values()].flatMap((resource): readonly Mapping[] => {
    const mapping = mappings.find(([type]) => type === resource.type);
    if (mapping === undefined) return [];
    const { properties } = resource;
    return [{ apiId: referenceOf(valueAt(properties, mapping[1])), path: valueAt(properties, mapping[2]) }];
  });
  known.set(template, now);
  return now;
}

/** The logical id that a `Ref` or a text names; null for everything else. */
export function referenceOf(value: Value | null): string | null {
  return value?.kind === 'intrinsic' && value.name === 'Ref' ? stringOf(value.argument) : stringOf(value);
}
