import type { Policy } from '../../gateway/index.ts';
import { entriesOf, stringOf, type Template, type Value, valueAt } from '../../template/index.ts';
import { productionFirst } from '../development.ts';
import { fitsTemplate, optionsOperation } from '../own-options.ts';
import { type OriginWishes, plainOrigins, quoted, restHeaders } from './cors-wishes.ts';
import { overrideWish } from './origin-wish.ts';
import { type Data, mapWish, type Wish } from './wish.ts';

const prefix = 'method.response.header.';
const integrationKey = 'x-amazon-apigateway-integration';

interface OwnMocks {
  readonly wishes: readonly (readonly [string, Wish])[];
  /** Paths of the definition that get an OPTIONS method. */
  readonly added: ReadonlySet<string>;
  /** Paths whose mock names the origin that asks. */
  readonly overriding: readonly string[];
  /** Paths whose mock reads its request as text. */
  readonly textual: readonly string[];
}

/**
 * The OPTIONS methods that a REST API's definition writes itself. Mocks, for which SAM adds none, say the policy in their
 * fixed headers; with several origins a response template names the one that asks. `wanting`: paths that are to get such
 * a mock, because no event can stand beside them. `asText`: the API takes every media type as binary, which a mock cannot.
 */
export function ownMocks(
  template: Template,
  definition: Value | null,
  policy: Policy,
  wanting: ReadonlySet<string>,
  asText: boolean,
  origins: OriginWishes | null = null,
): OwnMocks {
  const isSwagger = valueAt(definition, 'swagger') !== null;
  const ordered = { ...policy, origins: productionFirst(policy.origins) };
  const added = new Set<string>();
  const overriding: string[] = [];
  const textual: string[] = [];
  const paths = entriesOf(valueAt(definition, 'paths')).flatMap(
    ({ key, value }): readonly (readonly [string, Wish])[] => {
      const options = valueAt(value, 'options');
      if (options === null) {
        const fits = value.kind === 'map' && policy.origins.every(fitsTemplate);
        if (!wanting.has(key) || !fits) return [];
        added.add(key);
        if (policy.origins.length > 1) overriding.push(key);
        if (asText) textual.push(key);
        return [[key, mapWish([['options', present(optionsOperation(ordered, asText, isSwagger))]])]];
      }
      const wish = mockWish(template, options, ordered, { isSwagger, asText, origins });
      if (wish?.overrides === true) overriding.push(key);
      if (wish !== null && asText) textual.push(key);
      return wish === null ? [] : [[key, mapWish([['options', wish.wish]])]];
    },
  );
  return { wishes: paths.length === 0 ? [] : [['paths', mapWish(paths)]], added, overriding, textual };
}

function mockWish(
  template: Template,
  options: Value,
  policy: Policy,
  {
    isSwagger,
    asText,
    origins,
  }: { readonly isSwagger: boolean; readonly asText: boolean; readonly origins: OriginWishes | null },
): { readonly wish: Wish; readonly overrides: boolean } | null {
  const integration = valueAt(options, integrationKey);
  if (stringOf(valueAt(integration, 'type'))?.toLowerCase() !== 'mock') return null;
  const responses = entriesOf(valueAt(integration, 'responses'));
  const response =
    responses.find(({ key }) => key === '200') ??
    responses.find(({ key }) => key === 'default') ??
    responses[0];
  if (response === undefined) return null;
  const status = stringOf(valueAt(response.value, 'statusCode')) ?? '200';
  const override = overrideWish(response.value, policy.origins);
  const headers = [
    ...restHeaders(template, policy, origins ?? plainOrigins(template, policy)).filter(
      ([name]) => !override.said || !name.endsWith('Allow-Origin'),
    ),
    ...(override.overrides ? [['Vary', quoted(template, 'Origin')] as const] : []),
  ];
  const parameters = mapWish(headers.map(([name, wish]) => [prefix + name, wish]));
  const declared = headers.filter(
    ([, wish]) => wish.kind !== 'gone' && !(wish.kind === 'scalar' && wish.absentToo === true),
  );
  const type = isSwagger ? { type: 'string' } : { schema: { type: 'string' } };
  const declaring = { ...mapWish(declared.map(([name]) => [name, present(type)])), sameKey: sameHeader };
  const textual: readonly (readonly [string, Wish])[] = asText ? [['contentHandling', toText]] : [];
  const answering = mapWish([
    ['responseParameters', { ...parameters, sameKey: sameHeader }],
    ...override.wishes,
    ...textual,
  ]);
  const wish = mapWish([
    ['responses', mapWish([[status, mapWish([['headers', declaring]])]])],
    [integrationKey, mapWish([...textual, ['responses', mapWish([[response.key, answering]])]])],
  ]);
  return { wish, overrides: override.overrides };
}

const toText: Wish = {
  kind: 'scalar',
  data: () => 'CONVERT_TO_TEXT',
  says: (value) => stringOf(value) === 'CONVERT_TO_TEXT',
};

const sameHeader = (written: string, wanted: string) => written.toLowerCase() === wanted.toLowerCase();

const present = (data: Data): Wish => ({ kind: 'scalar', data: () => data, says: () => true });
