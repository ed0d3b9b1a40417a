import { itemsOf, propertiesOf, stringOf, type Value, valueAt } from '../../template/index.ts';
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
  for (const resource of texts.template.resources.values()) {
    const mapping = mappings.find(([type]) => type === resource.type);
    if (mapping === undefined) continue;
    const properties = propertiesOf(texts.template, resource);
    if (referenceOf(valueAt(properties, mapping[1])) === logicalId)
      found.push(texts.of(valueAt(properties, mapping[2])) ?? '');
  }
  return [...new Set(found.map((path) => path.replace(/^\/+|\/+$/g, '')))];
}

/** The logical id that a `Ref` or a text names; null for everything else. */
export function referenceOf(value: Value | null): string | null {
  return value?.kind === 'intrinsic' && value.name === 'Ref' ? stringOf(value.argument) : stringOf(value);
}
