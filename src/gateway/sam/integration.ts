import type { HeaderLines } from '../../cors/index.ts';
import { entriesOf, resolve, stringOf, type Value, valueAt } from '../../template/index.ts';
import type { ResponseMapping } from '../model.ts';
import type { Operation } from './operation.ts';
import { originOverride } from './response-override.ts';
import type { Texts } from './texts.ts';

type Behind = Pick<Operation, 'integration' | 'mapping' | 'functionId' | 'payloadFormat'>;

/** What `x-amazon-apigateway-integration` puts behind an operation. */
export function integrationOf(integration: Value | null, texts: Texts): Behind {
  const type = stringOf(valueAt(integration, 'type'))?.toLowerCase() ?? '';
  const uri = valueAt(integration, 'uri');
  const functionId = uri === null ? null : functionIn(texts, uri);
  return {
    integration: kindOf(type, functionId),
    mapping: type === 'mock' ? mappingOf(integration, texts) : null,
    functionId,
    payloadFormat: stringOf(valueAt(integration, 'payloadFormatVersion')) === '2.0' ? '2.0' : '1.0',
  };
}

function kindOf(type: string, functionId: string | null): Behind['integration'] {
  switch (type) {
    case 'aws_proxy':
      return 'lambda';
    case 'aws':
      return 'aws';
    case 'http':
    case 'http_proxy':
      return 'http';
    case 'mock':
      return 'mock';
    default:
      return functionId === null ? 'unknown' : 'lambda';
  }
}

/** `${Orders.Arn}` in a Lambda invocation's URI, or the function itself by `Fn::GetAtt`. */
function functionIn({ template }: Texts, uri: Value): string | null {
  const resolved = resolve(template, uri);
  const text = resolved.known === false ? resolved.text : '';
  return /\$\{(?:GetAtt )?([A-Za-z0-9]+)(?:\.(?:Arn|Alias))?\}(?:\/invocations|$)/.exec(text)?.[1] ?? null;
}

const prefix = 'method.response.header.';

/** The answer of a mock: the response for 200, or the default one. A template in it may override any header; see `originOverride`. */
function mappingOf(integration: Value | null, texts: Texts): ResponseMapping {
  const responses = valueAt(integration, 'responses');
  const response =
    valueAt(responses, '200') ?? valueAt(responses, 'default') ?? entriesOf(responses)[0]?.value;
  const chosen = response ?? null;
  const templates = entriesOf(valueAt(chosen, 'responseTemplates')).map(({ value }) => texts.of(value) ?? '');
  const override = originOverride(templates);
  const overridden =
    override.kind === 'unknown'
      ? templates.flatMap((text) =>
          [...text.matchAll(/responseOverride\.header\.([\w-]+)/gi)].map(([, name]) => name?.toLowerCase()),
        )
      : [];
  const headers: HeaderLines = entriesOf(valueAt(chosen, 'responseParameters')).flatMap(({ key, value }) => {
    if (!key.toLowerCase().startsWith(prefix)) return [];
    const name = key.slice(prefix.length);
    const text = overridden.includes(name.toLowerCase())
      ? quoted(texts.unknown(`\${${name}}`))
      : texts.of(value);
    return text === null ? [] : [[name, text] as const];
  });
  return {
    status: Number(texts.of(valueAt(chosen, 'statusCode')) ?? 200) || 200,
    headers,
    body: '{}\n',
    ...(override.kind === 'listed' ? { origins: override.origins } : {}),
    ...(texts.of(valueAt(integration, 'contentHandling')) === 'CONVERT_TO_TEXT' ? { asText: true } : {}),
  };
}

const quoted = (text: string) => `'${text}'`;
