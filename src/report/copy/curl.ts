import { headerValue } from '../../cors/index.ts';
import { bashWord } from './bash-word.ts';
import { cmdWord } from './cmd-word.ts';
import { type CopiedRequest, remarks } from './copied-request.ts';

/** What curl makes itself, and would be wrong for a request without its body. */
const curlsOwn: ReadonlySet<string> = new Set([
  'accept-encoding',
  'connection',
  'content-length',
  'host',
  'keep-alive',
  'transfer-encoding',
]);

interface Shell {
  readonly word: (text: string) => string;
  readonly comment: string;
  /** Between the parts of one command. */
  readonly onward: string;
}

const shells = {
  bash: { word: bashWord, comment: '#', onward: ' \\\n  ' },
  cmd: { word: cmdWord, comment: 'REM', onward: ' ^\n  ' },
} as const satisfies Record<string, Shell>;

/** A command that sends the request again and prints the response's head, where the answer to CORS is. */
export function toCurl(request: CopiedRequest, shell: keyof typeof shells): string {
  const { word, comment, onward } = shells[shell];
  const { method, url, headers } = request;
  // Without --globoff curl would take brackets for a range of URLs.
  const parts = [`curl -i${/[[\]{}]/.test(url) ? ' --globoff' : ''} ${word(url)}`];
  // With -X HEAD curl would wait for a body.
  if (method === 'HEAD') parts.push('--head');
  else if (method !== 'GET') parts.push(`-X ${word(method)}`);
  for (const [name, value] of headers) {
    // A colon with nothing behind it takes a header away; a semicolon makes an empty one.
    if (!curlsOwn.has(name.toLowerCase()))
      parts.push(`-H ${word(value === '' ? `${name};` : `${name}: ${value}`)}`);
  }
  if (headerValue(headers, 'accept-encoding') !== null) parts.push('--compressed');
  return [...remarks(request, true).map((line) => `${comment} ${line}`), parts.join(onward)].join('\n');
}
