import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { HeaderLine } from '../../cors/index.ts';
import type { Diagnosed } from '../../diagnosis/index.ts';
import { openRedactor } from '../redact.ts';
import { sampleAllowed, sampleBlocked, sampleMessages } from '../samples.ts';
import { readAsCmd } from './cmd.testing.ts';
import { actualOf, preflightOf } from './copied-request.ts';
import { copyText } from './copy.ts';
import { toCurl } from './curl.ts';

/** What bash hands to a program called curl. */
function argvInBash(command: string): readonly string[] {
  const script = `curl() { printf '%s\\0' "$@"; }\n${command}`;
  const { stdout, stderr, status } = spawnSync('bash', ['--norc', '-c', script], { encoding: 'utf8' });
  expect(`${status} ${stderr}`).toBe('0 ');
  return stdout.split('\0').slice(0, -1);
}

function asking(method: string, url: string, headers: readonly HeaderLine[]): Diagnosed {
  const allowed = sampleAllowed();
  const actual = sampleMessages(method, url, headers, { status: 200, headers: [] });
  return { ...allowed, exchange: { ...allowed.exchange, hops: [{ url, preflight: null, actual }] } };
}

const curlOf = (each: Diagnosed, shell: 'bash' | 'cmd'): string | null => {
  const request = actualOf(each, openRedactor);
  return request === null ? null : toCurl(request, shell);
};

const token = fc.stringMatching(/^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,8}$/);
const value = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc
    .array(
      fc.constantFrom(
        "'",
        '"',
        '\\',
        '$(id)',
        '`id`',
        '!',
        '%PATH%',
        '^',
        '&',
        '|',
        ' ',
        '\t',
        '@x',
        '\r\nX: y',
        '\0',
        '-',
      ),
    )
    .map((parts) => parts.join('')),
);
const url = fc
  .tuple(
    fc.webUrl({ withQueryParameters: true }),
    fc.constantFrom('', "'", '[1-3]{a,b}', '%PATH%', '&calc', '"', '`id`', '$x'),
  )
  .map((parts) => parts.join(''));

/** What HTTP can carry of the headers, as curl is to be told of it. */
function meant(headers: readonly HeaderLine[]): readonly string[] {
  return headers
    .filter(([, each]) => !/(?!\t)\p{Cc}/u.test(each))
    .filter(
      ([name]) =>
        !/^(?:host|connection|content-length|keep-alive|accept-encoding|transfer-encoding)$/i.test(name),
    )
    .flatMap(([name, each]) => [
      '-H',
      each === '' ? `${name};` : `${name}: ${each.replace(/\p{Cs}/gu, '\ufffd')}`,
    ]);
}

describe('cURL for bash', () => {
  test('hands curl the very method, URL and headers, whatever they hold', () => {
    fc.assert(
      fc.property(token, url, fc.array(fc.tuple(token, value), { maxLength: 6 }), (method, target, lines) => {
        const headers: readonly HeaderLine[] = [['Origin', 'https://app.test'], ...lines];
        const command = curlOf(asking(method, target, headers), 'bash') ?? '';
        const argv = argvInBash(command);
        const glob = /[[\]{}]/.test(target) ? ['--globoff'] : [];
        const verb = method === 'GET' ? [] : method === 'HEAD' ? ['--head'] : ['-X', method];
        const packed = lines.some(([name]) => /^accept-encoding$/i.test(name)) ? ['--compressed'] : [];
        expect(argv).toEqual(['-i', ...glob, target, ...verb, ...meant(headers), ...packed]);
      }),
      { numRuns: 60 },
    );
  });

  test('is no command where none could make the request', () => {
    expect(curlOf(asking('GE T', 'https://api.test/', []), 'bash')).toBeNull();
    expect(curlOf(asking('GET', 'file:///etc/passwd', []), 'bash')).toBeNull();
    expect(curlOf(asking('GET', 'https://api.test/\r\nX', []), 'bash')).toBeNull();
    expect(curlOf(asking('GET', '-K/etc/passwd', []), 'bash')).toBeNull();
  });

  test('asks for what its preflight kept off the wire, and says which values were never sent', () => {
    expect(curlOf(sampleBlocked(), 'bash')).toBe(
      [
        '# The preflight failed and so the values of these headers were never sent: authorization',
        '# The body is not part of the capture',
        "curl -i 'https://a1b2c3.execute-api.us-east-1.amazonaws.com/Prod/orders' \\",
        "  -X 'PUT' \\",
        "  -H 'Origin: http://localhost:3000'",
      ].join('\n'),
    );
  });

  test('of a preflight is the OPTIONS request as it was sent', () => {
    const request = preflightOf(sampleBlocked(), openRedactor);
    expect(request && argvInBash(toCurl(request, 'bash'))).toEqual([
      '-i',
      'https://a1b2c3.execute-api.us-east-1.amazonaws.com/Prod/orders',
      '-X',
      'OPTIONS',
      '-H',
      'Origin: http://localhost:3000',
      '-H',
      'Access-Control-Request-Method: PUT',
      '-H',
      'Access-Control-Request-Headers: authorization',
    ]);
    expect(preflightOf(sampleAllowed(), openRedactor)).toBeNull();
  });
});

describe('cURL for cmd', () => {
  test('hands curl the same', () => {
    fc.assert(
      fc.property(token, url, fc.array(fc.tuple(token, value), { maxLength: 6 }), (method, target, lines) => {
        const command = curlOf(asking(method, target, lines), 'cmd') ?? '';
        const plain = command
          .split('\n')
          .filter((line) => !line.startsWith('REM '))
          .join('\n');
        const read = readAsCmd(plain, new Map([['PATH', '"&calc&"']]));
        expect(read.ok && read.argv[0]).toBe('curl');
        expect(read.ok && read.argv).toContain(target);
        const told = lines.filter(([, each]) => !/\p{Cc}|\p{Cs}/u.test(each));
        for (const part of meant(told)) expect(read.ok && read.argv).toContain(part);
      }),
      { numRuns: 300 },
    );
  });

  test('goes on over its lines', () => {
    expect(curlOf(asking('PUT', 'https://api.test/a?b=1&c=2', [['X-A', 'q"r']]), 'cmd')).toBe(
      [
        'REM The body is not part of the capture',
        'curl -i ^"https://api.test/a^?b^=1^&c^=2^" ^',
        '  -X ^"PUT^" ^',
        '  -H ^"X-A: q^\\^"r^" ^',
        '  -H ^"Origin: http://localhost:3000^"',
      ].join('\n'),
    );
  });
});

test('several are one after the other, and what has no such form is left out', () => {
  const all = [sampleBlocked(), sampleAllowed(), asking('GET', 'data:,x', [])];
  expect(copyText(all, 'curl-bash', openRedactor)?.match(/^curl /gm)).toHaveLength(2);
  expect(copyText([sampleAllowed()], 'preflight-curl-bash', openRedactor)).toBeNull();
  expect(copyText([sampleBlocked(), sampleBlocked()], 'cause-link', openRedactor)).toMatch(
    /#preflight-authorizer$/,
  );
});
