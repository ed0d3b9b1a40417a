import { entriesOf, itemsOf, stringOf, type Value, valueAt } from '../../template/index.ts';
import { integrationOf } from './integration.ts';
import { isMethodKey, type Operation, type PathBranch, type PathItem } from './operation.ts';
import { securityNames } from './security.ts';
import type { TemplateCondition } from './template-api.ts';
import type { Texts } from './texts.ts';

/** The paths of an inline Swagger or OpenAPI document; null where there is no such document to read. */
export function definitionPaths(definition: Value | null, texts: Texts): readonly PathItem[] | null {
  if (definition?.kind !== 'map') return null;
  const paths = valueAt(definition, 'paths');
  if (paths === null) return valueAt(definition, 'Fn::Transform') === null ? [] : null;
  if (paths.kind === 'intrinsic') return null;
  return entriesOf(paths).map(({ key, value }) => ({
    path: key,
    branches: branchesOf(value, texts).map(({ condition, value: item }) => branch(item, condition, texts)),
  }));
}

interface Conditional {
  readonly condition: TemplateCondition | null;
  readonly value: Value;
}

/** Both outcomes of an `Fn::If`, as the translator walks them; `AWS::NoValue` is none. */
function branchesOf(value: Value, texts: Texts): readonly Conditional[] {
  if (value.kind !== 'intrinsic' || value.name !== 'Fn::If') return [{ condition: null, value }];
  const [name, ...outcomes] = itemsOf(value.argument);
  const condition = stringOf(name ?? null) ?? '';
  return outcomes.flatMap((outcome, index) =>
    isNoValue(outcome) ? [] : [{ condition: texts.condition(condition, index > 0), value: outcome }],
  );
}

const isNoValue = (value: Value) =>
  value.kind === 'intrinsic' && value.name === 'Ref' && stringOf(value.argument) === 'AWS::NoValue';

function branch(item: Value, condition: TemplateCondition | null, texts: Texts): PathBranch {
  const entries = entriesOf(item);
  const operations = entries
    .filter(({ key }) => isMethodKey(key))
    .flatMap(({ key, keyPlace, value }) =>
      branchesOf(value, texts).map((one) => operation(key, keyPlace, one, texts)),
    );
  return { condition, keys: entries.map(({ key }) => key), operations };
}

function operation(
  key: string,
  place: Operation['place'],
  { condition, value }: Conditional,
  texts: Texts,
): Operation {
  const integration = valueAt(value, 'x-amazon-apigateway-integration');
  const signed = stringOf(valueAt(value, 'x-amazon-apigateway-auth', 'type'))?.toUpperCase() === 'AWS_IAM';
  return {
    key,
    condition,
    security: [...securityNames(valueAt(value, 'security')), ...(signed ? [['AWS_IAM']] : [])],
    integrated: integration !== null,
    ...integrationOf(integration, texts),
    place,
  };
}
