import { entriesOf, stringOf, type Value, valueAt } from '../../template/index.ts';
import { mapWish, type Wish } from './wish.ts';

const prefix = 'method.response.header.';
const integrationKey = 'x-amazon-apigateway-integration';

/** The OPTIONS mocks that a REST API's definition writes itself, for which SAM adds none: their fixed headers. */
export function ownMocks(
  definition: Value | null,
  headers: readonly (readonly [name: string, wish: Wish])[],
): readonly (readonly [string, Wish])[] {
  const isSwagger = valueAt(definition, 'swagger') !== null;
  const paths = entriesOf(valueAt(definition, 'paths')).flatMap(
    ({ key, value }): readonly (readonly [string, Wish])[] => {
      const options = valueAt(value, 'options');
      const wish = options === null ? null : mockWish(options, headers, isSwagger);
      return wish === null ? [] : [[key, mapWish([['options', wish]])]];
    },
  );
  return paths.length === 0 ? [] : [['paths', mapWish(paths)]];
}

function mockWish(
  options: Value,
  headers: readonly (readonly [string, Wish])[],
  isSwagger: boolean,
): Wish | null {
  const integration = valueAt(options, integrationKey);
  if (stringOf(valueAt(integration, 'type'))?.toLowerCase() !== 'mock') return null;
  const responses = entriesOf(valueAt(integration, 'responses'));
  const response =
    responses.find(({ key }) => key === '200') ??
    responses.find(({ key }) => key === 'default') ??
    responses[0];
  if (response === undefined) return null;
  const status = stringOf(valueAt(response.value, 'statusCode')) ?? '200';
  const parameters = mapWish(headers.map(([name, wish]) => [prefix + name, wish]));
  const declared = headers.filter(
    ([, wish]) => wish.kind !== 'gone' && !(wish.kind === 'scalar' && wish.absentToo === true),
  );
  const type = isSwagger ? { type: 'string' } : { schema: { type: 'string' } };
  return mapWish([
    [
      'responses',
      mapWish([
        [
          status,
          mapWish([
            ['headers', { ...mapWish(declared.map(([name]) => [name, present(type)])), sameKey: sameHeader }],
          ]),
        ],
      ]),
    ],
    [
      integrationKey,
      mapWish([
        [
          'responses',
          mapWish([
            [response.key, mapWish([['responseParameters', { ...parameters, sameKey: sameHeader }]])],
          ]),
        ],
      ]),
    ],
  ]);
}

const sameHeader = (written: string, wanted: string) => written.toLowerCase() === wanted.toLowerCase();

const present = (data: { readonly [key: string]: string | { readonly type: string } }): Wish => ({
  kind: 'scalar',
  data: () => data,
  says: () => true,
});
