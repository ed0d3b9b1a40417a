import { describe, expect, test } from 'vitest';
import { assumed } from '../gallery/http-exchanges.ts';
import { diagnosed, finding, message } from '../gallery/make.ts';
import { mixed } from '../gallery/scenes.ts';
import { idsOf, passing } from './testing.ts';

const listed = (text: string, inverted = false) => idsOf(passing(mixed, text, inverted));
const everyId = mixed.map(({ exchange }) => exchange.id);
const without = (ids: readonly string[]) => everyId.filter((id) => !ids.includes(id));

describe('free text', () => {
  test.each<[string, readonly string[]]>([
    ['', everyId],
    ['ORDERS', ['1', '2', '3']],
    ['put', ['1']],
    ['502', ['3']],
    ['AllowOriginMismatch', ['9']],
    ['files.example.com', ['9']],
    ['sentry-trace', ['6']],
    ['orders authorizer', ['1']],
    ['"the default authorizer"', ['1']],
    ['authorizer-on', ['1']],
    ['.*', []],
    ['-orders', without(['1', '2', '3'])],
    ['-orders -"no answer" a1b2', ['4', '5']],
  ])('%j lists %j', (text, expected) => {
    expect(listed(text)).toEqual(expected);
  });
});

describe('regular expressions', () => {
  test.each<[string, readonly string[]]>([
    ['/ORDERS\\/\\d+$/', ['1']],
    ['/^(put|patch)$/', ['1', '6']],
    ['/^https:\\/\\/files\\./', ['9']],
    ['-/orders/', without(['1', '2', '3'])],
    ['/(/', []],
    ['-/(/', []],
  ])('%j lists %j', (text, expected) => {
    expect(listed(text)).toEqual(expected);
  });
});

describe('keys', () => {
  test.each<[string, readonly string[]]>([
    ['is:blocked', ['1', '2', '3', '6', '9']],
    ['is:risky', ['4']],
    ['is:allowed', ['5', '7', '8']],
    ['is:pending', ['11']],
    ['is:network-error', ['10']],
    ['resource-type:FETCH', everyId],
    ['resource-type:fet', []],
    ['-resource-type:font,fetch', []],
    ['scheme:https -scheme:http', everyId],
    ['scheme:http', []],
    ['is:not-cors', []],
    ['is:cached-preflight', ['7']],
    ['is:assumed', ['8']],
    ['is:redirected', ['9']],
    ['is:disagreement', []],
    ['is:risky,pending', ['4', '11']],
    ['-is:blocked', without(['1', '2', '3', '6', '9'])],
    ['is:odd', []],
    ['-is:odd', []],
    ['is:', everyId],
    ['-is:', everyId],
    ['cause:header-not', ['6']],
    ['cause:"header-not"', []],
    ['cause:authorizer*', ['1']],
    ['cause:preflight-without-allow-origin', []],
    ['gateway:rest', ['1', '2', '3', '4', '5']],
    ['gateway:REST,http', everyId],
    ['api:a1b2c3', ['1', '2', '3', '4', '5']],
    ['origin:http://localhost:3000', everyId],
    ['origin:localhost', everyId],
    ['origin:LOCALHOST:3000', everyId],
    ['origin:https://localhost:3000', []],
    ['origin:http://*', everyId],
    ['domain:files.example.com', ['9']],
    ['domain:example.com', []],
    ['domain:*.example.com', ['9']],
    ['domain:files*.example.com*.com', []],
    ['domain:*e*.com', everyId],
    ['domain:*.us-east-1.*', ['1', '2', '3', '4', '5']],
    ['method:put', ['1']],
    ['method:OPTIONS', ['1', '3', '6']],
    ['method:PUT,PATCH', ['1', '6']],
    ['method:PU', []],
    ['status-code:401', ['1']],
    ['status-code:5xx', ['3']],
    ['status-code:204-302', without(['1', '10', '11', '2', '3', '4', '5', '7', '8'])],
    ['code:PreflightMissing', ['1']],
    ['code:*AllowOrigin*', ['1', '2', '3', '9']],
    ['has-request-header:X-Client', ['7']],
    ['has-request-header:sentry-trace', ['6']],
    ['has-request-header:access-control-request-*', ['1', '3', '6']],
    ['has-response-header:Location', ['9']],
    ['-has-response-header:access-control-allow-origin', without(['3', '4', '5', '6', '7', '8', '9'])],
    ['is:blocked method:GET -status-code:3xx', ['2']],
  ])('%j lists %j', (text, expected) => {
    expect(listed(text)).toEqual(expected);
  });
});

test('inverted, the text lists the others; without a text or with a faulty one it changes nothing', () => {
  expect(listed('is:blocked method:GET', true)).toEqual(without(['2', '9']));
  expect(listed('', true)).toEqual(everyId);
  expect(listed('is:', true)).toEqual(everyId);
  expect(listed('/(/', true)).toEqual([]);
});

test('a disagreement with the browser, its word for the reason, and every hop’s port are found', () => {
  const url = 'http://user:pw@[::1]:8080/x?y=http://other.example/';
  const row = diagnosed({
    id: '1',
    apiId: 'http://[::1]:8080',
    kind: 'other',
    url,
    actual: message({ method: 'GET', url, status: 200 }),
    exchange: { reported: { code: null, name: 'SomethingNew', parameter: '' }, origin: 'null' },
    judgement: { disagreement: { computed: 'allowed', reported: 'SomethingNew' } },
    verdict: { outcome: 'not-cors' },
  });
  const passes = (text: string): boolean => passing([row], text).length === 1;
  expect(
    [
      'is:disagreement',
      'is:not-cors',
      'code:SomethingNew',
      'origin:null',
      'domain:[::1]',
      'domain:[::1]:8080',
      'domain:other.example',
      'is:blocked',
    ].map(passes),
  ).toEqual([true, true, true, true, true, true, false, false]);
});

test('what the capture ended before is unfinished, not pending', () => {
  const [last] = mixed.slice(-1);
  if (last === undefined) throw new Error('no rows');
  const row = { ...last, exchange: { ...last.exchange, unfinished: true } };
  expect(idsOf(passing([row], 'is:unfinished'))).toEqual(['11']);
  expect(passing([row], 'is:pending')).toEqual([]);
});

test('a symptom is not a cause', () => {
  const row = {
    ...assumed,
    findings: [
      finding({ rule: 'one', title: 'One' }),
      finding({ rule: 'two', title: 'Two', causedBy: 'one' }),
      finding({ rule: 'three', title: 'Three' }),
    ],
  };
  expect(['one', 'two', 'three'].map((rule) => passing([row], `cause:${rule}`).length === 1)).toEqual([
    true,
    false,
    true,
  ]);
});
