import { expect, test } from 'vitest';
import { ruleCases } from '../rule-cases.testing.ts';
import { beside, ordersApi } from '../template/testing.ts';
import { blocked, type Case, finding, preflightWithout } from '../testing.ts';
import { templateListLacks } from './template-list-lacks.ts';

const configuration = (origin: string, headers: string) =>
  beside(
    ordersApi(
      'http',
      [
        'CorsConfiguration:',
        `  AllowOrigins: ['${origin}']`,
        '  AllowMethods: [GET]',
        `  AllowHeaders: [${headers}]`,
      ],
      ['Path: /orders', 'Method: get'],
    ),
    'http',
  );
const silent: Case = { ...preflightWithout(204), kind: 'http', headers: ['x-a'] };
const lacksHeader = configuration('https://app.example', 'x-b');
const rest = beside(
  ordersApi('rest', ['Cors:', '  AllowOrigin: "\'*\'"', '  AllowHeaders: "\'x-b,x-c\'"']),
  'rest',
);
const sent = (listed: string): Case => ({
  preflight: { headers: { 'access-control-allow-origin': '*', 'access-control-allow-headers': listed } },
  headers: ['x-a'],
  verdict: blocked('preflight', 'HeaderDisallowedByPreflightResponse', 'x-a'),
});

ruleCases(templateListLacks, {
  found: {
    'an HTTP API that says nothing: the header': { ...silent, template: lacksHeader },
    'an HTTP API that says nothing: the origin': {
      ...silent,
      template: configuration('https://b.example', 'x-a'),
    },
    'a REST API that sends the template’s own list': { ...sent('x-b,x-c'), template: rest },
  },
  nearMisses: {
    'no template': silent,
    'all is listed': { ...silent, template: configuration('https://app.example', 'X-A') },
    'a REST API that sends another list': { ...sent('x-d'), template: rest },
    'an error, not the built-in answer': { ...silent, ...preflightWithout(500), template: lacksHeader },
  },
});

test('which of the three lists an HTTP API found lacking, with its line', () => {
  const found = finding('template-list-lacks', { ...silent, template: lacksHeader });
  expect(found).toMatchObject({ confidence: 'certain', unverified: true });
  expect(found?.title).toBe('`AllowHeaders` of the template lacks "x-a"');
  expect(found?.evidence[0]).toMatchObject({ line: 7, value: 'AllowHeaders: [x-b]' });
});

test('an origin that the template does not know is never certain', () => {
  const text = ['CorsConfiguration:', '  AllowOrigins:', '    - !Sub https://${Domain}'];
  const template = beside(ordersApi('http', text), 'http');
  expect(finding('template-list-lacks', { ...silent, headers: [], template })?.confidence).toBe('likely');
});
