/** Random answers: right for the request in most fields, wrong in one now and then. */
import fc from 'fast-check';
import type { Answer, Line } from './case.ts';
import { mostly } from './random-request.ts';

const allowOrigins: readonly (readonly string[])[] = [
  [],
  ['*'],
  ['null'],
  [''],
  ['{ORIGIN}'],
  ['{ORIGIN}/'],
  ['{ORIGIN} '],
  ['\t{ECHO}\t '],
  ['{ORIGIN}', '{ORIGIN}'],
  ['{ORIGIN}', ''],
  ['*', '*'],
  ['*', '{ORIGIN}'],
  ['{ORIGIN}, https://b.test'],
  ['{ORIGIN} https://b.test'],
  ['"{ORIGIN}"'],
  ['{ORIGIN}:80'],
  ['http://localhost'],
  ['HTTP://LOCALHOST:1'],
  ['http://b\xfccher.test'],
  ['http://b\xc3\xbccher.test'],
  ['\xe9'],
  ['not a url'],
  ['https://*'],
  ['**'],
  ['NULL'],
  [`http://${'a'.repeat(200)}.test`],
];

type Values = readonly string[];
const lines = (name: string, values: Values): readonly Line[] => values.map((value) => [name, value]);
/** Header names in any case. */
const header = (name: string, values: fc.Arbitrary<Values>): fc.Arbitrary<readonly Line[]> =>
  fc
    .tuple(mostly(name, name.toLowerCase(), name.toUpperCase()), values)
    .map(([written, own]) => lines(written, own));

const originLines = header('Access-Control-Allow-Origin', mostly<Values>(['{ECHO}'], ...allowOrigins));
const credentialLines = header(
  'Access-Control-Allow-Credentials',
  mostly<Values>(
    ['true'],
    [],
    ['TRUE'],
    ['false'],
    [''],
    ['true, true'],
    [' true '],
    ['true', 'true'],
    ['"true"'],
  ),
);
const maxAgeLines = header(
  'Access-Control-Max-Age',
  mostly<Values>(
    ...[[], ['0'], ['600'], ['-1'], ['x'], ['5 '], ['600, 600'], ['0', '600'], ['+600'], ['600.5']],
    ...[['99999999999999999999'], ['0x10'], ['"600"'], [''], ['1e3']],
  ),
);

const plain = { location: null, drop: false } as const;

export function preflightAnswer(method: string, names: readonly string[]): fc.Arbitrary<Answer> {
  const list = names.join(', ') || 'x-other';
  const [first = 'x'] = names;
  return fc
    .record({
      status: mostly(204, 200, 201, 299, 300, 301, 304, 305, 401, 403, 404, 405, 500, 503),
      origin: originLines,
      credentials: credentialLines,
      methods: header(
        'Access-Control-Allow-Methods',
        mostly<Values>(
          ...[[`GET, ${method}`], [], ['*'], [method.toLowerCase()], [method.toUpperCase()], ['GET'], ['']],
          ...[
            [`"${method}"`],
            [`${method},,`],
            ['GET;PUT'],
            [','],
            ['GET', method],
            [method, ''],
            ['GET PUT'],
          ],
          ...[[`\t${method}\t,x`], [`${method}\xe9`], ['*', method], [`*, ${method}`]],
        ),
      ),
      headers: header(
        'Access-Control-Allow-Headers',
        mostly<Values>(
          ...[[list], [], ['*'], [list.toUpperCase()], [first], [`*, ${list}`], [`${list},`], ['a b'], ['']],
          ...[
            ['*, authorization'],
            [...names],
            [list, ''],
            [`"${first}"`],
            [`${list}, caf\xe9`],
            [`${list};`],
          ],
          ...[[names.slice(1).join(', ')], [`${list}\t`], ['*', ...names], [list.replaceAll(', ', '\t,')]],
        ),
      ),
      maxAge: maxAgeLines,
      location: mostly<string | null>(null, null, '/elsewhere', ''),
      drop: fc.integer({ min: 0, max: 79 }).map((die) => die === 0),
    })
    .map(({ status, location, drop, origin, credentials, methods, headers, maxAge }) => ({
      status,
      headers: [...origin, ...credentials, ...methods, ...headers, ...maxAge],
      location,
      drop,
    }));
}

const otherLines: fc.Arbitrary<readonly Line[]> = mostly<readonly Line[]>(
  [],
  [['set-cookie', 'a=b']],
  [['x-caf\xe9', '1']],
  [['x "q"', '1']],
  [['access-control-allow-origin ', '{ECHO}']],
  [
    ['X-Twice', '1'],
    ['x-twice', '2'],
  ],
  [['x-long', 'v'.repeat(9000)]],
  [['vary', 'Origin']],
  [['etag', '"e"']],
  [['server', '\xff']],
  [['content-type', 'application/json']],
  [['content-type', 'application/json']],
  [['content-type', 'text/html']],
  [['content-type', 'text/event-stream']],
);
const exposeLines = header(
  'Access-Control-Expose-Headers',
  mostly<Values>(
    ...[['x-request-id'], [], ['*'], ['*'], ['X-Request-ID, etag'], ['x request'], ['x-request-id,'], ['']],
    ...[
      ['x-twice', 'set-cookie'],
      ['"x-request-id"'],
      ['*, x-request-id'],
      ['x-request-id', 'a b'],
      ['x\xe9'],
    ],
  ),
);

function withHead(status: fc.Arbitrary<number>): fc.Arbitrary<Answer> {
  return fc
    .record({
      status,
      origin: originLines,
      credentials: credentialLines,
      expose: exposeLines,
      other: otherLines,
      drop: fc.integer({ min: 0, max: 79 }).map((die) => die === 0),
    })
    .map(({ origin, credentials, expose, other, ...rest }) => ({
      ...plain,
      ...rest,
      headers: [...origin, ...credentials, ...expose, ...other],
    }));
}

export const finalAnswer: fc.Arbitrary<Answer> = withHead(
  mostly(200, 201, 204, 206, 304, 400, 401, 403, 404, 413, 429, 500, 502, 503, 504),
);

export const redirectAnswer: fc.Arbitrary<Answer> = fc
  .tuple(
    withHead(fc.constantFrom(301, 302, 303, 307, 308)),
    mostly<string | null>(
      '{NEXT}',
      ...[
        'http://u:p@{NEXT_REST}',
        'http://u@{NEXT_REST}',
        '',
        null,
        'ftp://x.test/',
        'data:,x',
        'mailto:a@b.test',
      ],
      ...['//{NEXT_REST}', '{NEXT}#f', 'http://', 'blob:x'],
    ),
  )
  .map(([answer, location]) => ({ ...answer, location }));
