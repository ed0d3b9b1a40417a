import { expect, test } from 'vitest';
import { ruleCases } from '../rule-cases.testing.ts';
import { beside, ordersApi, withFault } from '../template/testing.ts';
import { actualWithout, blocked, type Case, findings, preflightWithout } from '../testing.ts';
import { notDeployed } from './not-deployed.ts';

const cors = ['Cors:', '  AllowOrigin: "\'https://app.example\'"', '  AllowHeaders: "\'x-a\'"'];
const rest = beside(ordersApi('rest', cors), 'rest');
const missing: Case = {
  ...preflightWithout(403, { 'x-amzn-errortype': 'MissingAuthenticationTokenException' }),
  headers: ['x-a'],
};
const old: Case = {
  preflight: {
    headers: { 'access-control-allow-origin': 'https://app.example', 'access-control-allow-headers': 'x-b' },
  },
  headers: ['x-a'],
  verdict: blocked('preflight', 'HeaderDisallowedByPreflightResponse', 'x-a'),
};
const http = beside(
  ordersApi('http', ['CorsConfiguration:', '  AllowOrigins: [https://app.example]']),
  'http',
);

ruleCases(notDeployed, {
  found: {
    'no OPTIONS method, but the template has one': { ...missing, template: rest },
    'another list of headers': { ...old, template: rest },
    'an HTTP API that decorates nothing': { ...actualWithout(200), kind: 'http', template: http },
  },
  nearMisses: {
    'no template': old,
    'the template would fail as well': {
      ...old,
      template: beside(ordersApi('rest', ['Cors: "\'*\'"']), 'rest'),
    },
    'a deployment that is refused': { ...old, template: withFault(rest, { effect: 'refused' }) },
    'a firewall': {
      ...preflightWithout(403, { 'x-amzn-errortype': 'ForbiddenException' }),
      template: rest,
    },
    'the function’s own answer': { ...actualWithout(200), template: rest },
    'from the HTTP cache': {
      ...actualWithout(200),
      actual: { fromCache: true },
      kind: 'http',
      template: http,
    },
  },
});

test('it names the header that differs, got and predicted, and the setting’s line', () => {
  const [root] = findings({ ...old, template: rest });
  expect(root).toMatchObject({ rule: 'not-deployed', confidence: 'certain' });
  expect(root?.evidence).toContainEqual({
    message: 'preflight-response',
    hop: 0,
    header: 'access-control-allow-headers',
    value: 'x-b',
    note: 'predicted "x-a"',
  });
  expect(root?.evidence).toContainEqual({
    message: 'template',
    line: 6,
    column: 21,
    value: 'AllowHeaders: "\'x-a\'"',
    note: 'AllowHeaders',
  });
});

test('what a parameter decides is likely at most; a text that nobody knows is no evidence', () => {
  const assumed = ordersApi('rest', [
    'Cors:',
    '  AllowOrigin: !Sub "\'${Site}\'"',
    '  AllowHeaders: "\'x-a\'"',
  ]);
  const parameter = (byDefault: string) => `Parameters:\n  Site:\n    Type: String\n${byDefault}${assumed}`;
  const likely = beside(parameter('    Default: https://app.example\n'), 'rest');
  expect(findings({ ...old, template: likely })[0]).toMatchObject({
    rule: 'not-deployed',
    confidence: 'likely',
  });
  const unknown = beside(parameter(''), 'rest');
  expect(findings({ ...old, template: unknown }).map(({ rule }) => rule)).not.toContain('not-deployed');
});
