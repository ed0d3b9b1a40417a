import type { HeaderLines } from '../../cors/index.ts';
import { entriesOf, type Value, valueAt } from '../../template/index.ts';
import { unquoted } from './preflights.ts';
import type { Texts } from './texts.ts';

export interface GatewayResponses {
  readonly gatewayResponses: Readonly<Record<string, HeaderLines>>;
  readonly gatewayResponseStatuses: Readonly<Record<string, number>>;
}

const prefix = 'gatewayresponse.header.';

/** Gateway responses by type: the definition's, and over them SAM's `GatewayResponses`. */
export function gatewayResponsesOf(
  own: Value | null,
  definition: Value | null,
  texts: Texts,
): GatewayResponses {
  const headers = new Map<string, HeaderLines>();
  const statuses = new Map<string, number>();
  const put = (type: string, status: Value | null, lines: HeaderLines) => {
    headers.set(type, lines);
    const code = Number(texts.of(status) ?? Number.NaN);
    if (Number.isInteger(code)) statuses.set(type, code);
  };
  for (const { key, value } of entriesOf(valueAt(definition, 'x-amazon-apigateway-gateway-responses'))) {
    const parameters = entriesOf(valueAt(value, 'responseParameters')).filter(({ key: name }) =>
      name.toLowerCase().startsWith(prefix),
    );
    const named = parameters.map((one) => [one.key.slice(prefix.length), one.value] as const);
    put(key, valueAt(value, 'statusCode'), linesOf(named, texts));
  }
  for (const { key, value } of entriesOf(own)) {
    const named = entriesOf(valueAt(value, 'ResponseParameters', 'Headers'));
    const lines = linesOf(
      named.map((one) => [one.key, one.value] as const),
      texts,
    );
    put(key, valueAt(value, 'StatusCode'), lines);
  }
  return {
    gatewayResponses: Object.fromEntries(headers),
    gatewayResponseStatuses: Object.fromEntries(statuses),
  };
}

const linesOf = (named: readonly (readonly [string, Value])[], texts: Texts): HeaderLines =>
  named.flatMap(([name, value]) => {
    const text = texts.of(value);
    return text === null ? [] : [[name.toLowerCase(), unquoted(text)] as const];
  });
