import type { Evidence } from './finding.ts';
import { headerEvidence, presentEvidence, requestEvidence, type Scene, statusEvidence } from './scene.ts';
import { list } from './text.ts';

/** What every finding about a gateway's own error rests on. */
export function errorEvidence(scene: Scene): readonly Evidence[] {
  return [
    statusEvidence(scene),
    ...presentEvidence(scene, 'x-amzn-errortype', 'x-amzn-trace-id'),
    ...headerEvidence(scene, 'access-control-allow-origin'),
  ];
}

/** Request headers as evidence where they are known: what a source does not hold is not "not sent". */
export function sentEvidence(scene: Scene, ...names: readonly Lowercase<string>[]): readonly Evidence[] {
  return scene.request.headersKnown
    ? requestEvidence(scene, ...names).map((line) =>
        line.header === 'authorization' || line.header === 'x-api-key' ? withoutSecret(line) : line,
      )
    : [];
}

/** A credential is never shown whole: its scheme is what tells. */
function withoutSecret({ value, ...line }: Evidence): Evidence {
  if (value === undefined) return line;
  const scheme = line.header === 'authorization' ? /^[\w-]{1,30}(?= )/.exec(value)?.[0] : undefined;
  return { ...line, note: scheme === undefined ? 'sent' : `sent, of the scheme ${scheme}` };
}

/** How a REST API's own error is made readable; `types` are the gateway response types that end a request so. */
export function readableWith(types: readonly string[], byDefault: 'DEFAULT_4XX' | 'DEFAULT_5XX'): string {
  const headers = `Access-Control-Allow-Origin on \`${byDefault}\` under \`GatewayResponses\` lets the page read this error`;
  if (types.length === 0) return `${headers}.`;
  const named = list(
    types.map((type) => `\`${type}\``),
    'or',
  );
  return `${headers}; if ${named} is customised by itself, it needs the header too, because it then takes nothing from \`${byDefault}\`.`;
}
