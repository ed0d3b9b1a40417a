import type { HeaderLines } from '../../cors/index.ts';
import type { Judgement } from '../../exchange/index.ts';
import { type CopiedRequest, remarks } from './copied-request.ts';

/** Fetch Standard, forbidden request-header: a script may not set these. */
const forbidden: ReadonlySet<string> = new Set(
  `accept-charset accept-encoding access-control-request-headers access-control-request-local-network
access-control-request-method connection content-length cookie cookie2 date dnt expect host keep-alive origin referer
set-cookie te trailer transfer-encoding upgrade via`.split(/\s/),
);
/** The same: these are forbidden for the methods that they might smuggle in. */
const overrides: ReadonlySet<string> = new Set([
  'x-http-method',
  'x-http-method-override',
  'x-method-override',
]);

export function isForbiddenRequestHeader([name, value]: readonly [string, string]): boolean {
  const lower = name.toLowerCase();
  if (forbidden.has(lower) || lower.startsWith('proxy-') || lower.startsWith('sec-')) return true;
  if (!overrides.has(lower)) return false;
  return value.split(',').some((method) => /^(?:connect|trace|track)$/i.test(method.trim()));
}

/** Safelisted ones, of which browsers send defaults of their own. */
const browserDefaults: ReadonlySet<string> = new Set(['accept', 'accept-language']);

/**
 * A call of `fetch` that makes the same request: to be run in a page of the same origin, where it meets the same CORS.
 * Headers that the browser adds itself stay out: set by a script, some of them would ask for another preflight.
 */
export function toFetch(request: CopiedRequest, { needs, inferred }: Judgement): string {
  const own = request.headers.filter((line) => {
    if (isForbiddenRequestHeader(line)) return false;
    const lower = line[0].toLowerCase();
    if (needs.headers.includes(lower)) return true;
    return lower === 'content-type' || lower === 'content-language' || isOwnAccept(lower, line[1]);
  });
  const { mode = 'cors', credentials = 'same-origin' } = inferred;
  const init = [
    `  "method": ${literal(request.method)},`,
    ...(own.length === 0 ? [] : [`  "headers": ${headersLiteral(own)},`]),
    `  "mode": ${literal(mode)},`,
    `  "credentials": ${literal(credentials)}`,
  ];
  const notes = remarks({ ...request, redacted: request.redacted && shows(own, request) }, true);
  return [
    ...notes.map((line) => `// ${line}`),
    ...(inferred.credentials === undefined ? ['// The capture does not tell the credentials mode'] : []),
    `fetch(${literal(request.url)}, {`,
    ...init,
    '});',
  ].join('\n');
}

/** The default of `fetch` is no choice of the page's; `Accept-Language` is the browser's. */
function isOwnAccept(lower: string, value: string): boolean {
  return browserDefaults.has(lower) && lower === 'accept' && value !== '*/*';
}

function shows(own: HeaderLines, { url }: CopiedRequest): boolean {
  return url.includes('REDACTED') || own.some(([, value]) => value.includes('REDACTED'));
}

/** An object reads better, but cannot hold a name twice, nor `__proto__` as a name. */
function headersLiteral(lines: HeaderLines): string {
  const names = lines.map(([name]) => name.toLowerCase());
  if (new Set(names).size === names.length && !names.includes('__proto__'))
    return `{\n${lines.map(([name, value]) => `    ${literal(name)}: ${literal(value)}`).join(',\n')}\n  }`;
  return `[\n${lines.map(([name, value]) => `    [${literal(name)}, ${literal(value)}]`).join(',\n')}\n  ]`;
}

/** A string of JavaScript. What is not shown or ends a script element in a page is escaped. */
function literal(text: string): string {
  return JSON.stringify(text)
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) =>
      Array.from(
        { length: character.length },
        (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`,
      ).join(''),
    )
    .replaceAll('</', '<\\/');
}
