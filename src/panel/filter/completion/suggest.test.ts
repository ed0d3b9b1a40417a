import { describe, expect, test } from 'vitest';
import type { Diagnosed } from '../../../diagnosis/index.ts';
import { diagnosed, finding, message } from '../../gallery/make.ts';
import { mixed } from '../../gallery/scenes.ts';
import type { Key } from '../keys.ts';
import { RowIndex } from '../row-index.ts';
import { seenValues } from './seen.ts';
import { suggest } from './suggest.ts';

function seenIn(rows: readonly Diagnosed[], key: Key) {
  const index = new RowIndex();
  return seenValues(index, index.entriesOf(rows), key);
}

/** `|` stands for the caret. */
function at(marked: string, all: readonly Diagnosed[] = mixed, asked = false) {
  const caret = marked.indexOf('|');
  const text = marked.replace('|', '');
  const found = suggest({ text, caret, asked, seen: (key) => seenIn(all, key) });
  return {
    labels: found.map(({ label }) => label),
    results: found.map(({ start, end, insert }) => text.slice(0, start) + insert + text.slice(end)),
    found,
  };
}

describe('keys', () => {
  test.each<[string, readonly string[]]>([
    ['|', []],
    ['orders |', []],
    ['zzz|', []],
    ['or|', ['origin:']],
    ['-or|', ['origin:']],
    ['has|', ['has-request-header:', 'has-response-header:']],
    ['bl|', ['is:blocked']],
    ['re|', ['resource-type:', 'is:redirected']],
    ['"or|', []],
    ['/or|/', []],
    ['orders m| x', ['method:']],
  ])('%s offers %j', (text, expected) => {
    expect(at(text).labels).toEqual(expected);
  });

  test('what is typed gives way, its sign and the other terms stay', () => {
    expect(at('orders -m|et x').results).toEqual(['orders -method: x']);
    expect(at('ori|gin:a').results).toEqual(['origin:a']);
  });

  test('asked for, all keys are offered where nothing is typed', () => {
    expect(at('|', mixed, true).labels).toContain('cause:');
    expect(at('-|', mixed, true).results).toContain('-cause:');
    expect(at('orders |', mixed, true).results).toContain('orders is:');
  });
});

describe('values', () => {
  test.each<[string, readonly string[]]>([
    ['method:|', ['GET', 'OPTIONS', 'PATCH', 'POST', 'PUT']],
    ['-method:p|', ['PATCH', 'POST', 'PUT', 'OPTIONS']],
    ['method:GET,p|', ['PATCH', 'POST', 'PUT', 'OPTIONS']],
    ['method:GET,|', ['OPTIONS', 'PATCH', 'POST', 'PUT']],
    ['method:put|', []],
    ['status-code:5|', ['502', '5xx']],
    ['origin:|', ['http://localhost:3000']],
    ['domain:file|', ['files.example.com']],
    ['gateway:|', ['http', 'rest']],
    ['cause:author|', ['authorizer-on-options']],
    ['has-response-header:vary|', []],
    ['has-request-header:x-c|', ['x-client']],
    ['is:cached|', ['cached-preflight']],
    ['code:mism|', ['AllowOriginMismatch']],
  ])('%s offers %j', (text, expected) => {
    expect(at(text).labels).toEqual(expected);
  });

  test('the most frequent come first, each with its count, a cause with its title', () => {
    expect(at('is:|').found[0]).toMatchObject({ label: 'blocked', detail: null, count: 5 });
    expect(at('cause:sentry|').found[0]).toMatchObject({
      label: 'header-not-allowed',
      detail: 'Header sentry-trace is not allowed',
      count: 1,
    });
  });

  test('only the value at the caret gives way', () => {
    expect(at('a method:GET,p|x,HEAD b').results[0]).toBe('a method:GET,PATCH,HEAD b');
    expect(at('cause:"auth|').results).toEqual(['cause:authorizer-on-options']);
  });
});

const named = (id: string, rule: string, method = 'GET') =>
  diagnosed({
    id,
    apiId: 'http://a.example',
    kind: 'other',
    url: 'http://a.example/',
    actual: message({ method, url: 'http://a.example/', status: 200 }),
    findings: [finding({ rule, title: rule })],
  });

test('a value that others begin with, or that has signs of the grammar, is put in quotes', () => {
  const rows = [named('1', 'wildcard'), named('2', 'wildcard-list'), named('3', 'odd', 'A "B",C')];
  expect(at('cause:wild|', rows).results).toEqual(['cause:"wildcard"', 'cause:wildcard-list']);
  expect(at('method:a|', rows).results).toEqual(['method:"A \\"B\\",C"']);
});

test('a page with a host, a method and a cause of its own for each call makes no endless list', () => {
  const rows = Array.from({ length: 3000 }, (_, id) => named(String(id), `rule-${id}`, `M${id}`));
  expect(seenIn(rows, 'cause')).toHaveLength(500);
  expect(at('method:|', rows).labels).toHaveLength(20);
});
