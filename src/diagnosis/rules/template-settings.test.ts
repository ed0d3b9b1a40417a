import { expect, test } from 'vitest';
import type { SettingFault } from '../../gateway/index.ts';
import { diagnose } from '../diagnose.ts';
import { ruleCases } from '../rule-cases.testing.ts';
import { beside, ordersApi, withFault } from '../template/testing.ts';
import { settingReasons, settingWords } from '../template/words/common-words.ts';
import { blocked, type Case, finding, preflightWithout, subject } from '../testing.ts';
import { templateSettings } from './template-settings.ts';

const rest = beside(ordersApi('rest', ['Cors: "\'*\'"']), 'rest');
const http = beside(ordersApi('http'), 'http');
const urlAt = 'https://abc.lambda-url.us-east-1.on.aws/orders';
const functionUrl = beside(
  'Resources:\n  Fn:\n    Type: AWS::Serverless::Function\n    Properties:\n      FunctionUrlConfig:\n        AuthType: NONE\n',
  'function-url',
  urlAt,
);

const with_ = (fault: Partial<SettingFault>, of: Case, api = rest): Case => ({
  ...of,
  template: withFault(api, fault),
});
const missing = preflightWithout(403, { 'x-amzn-errortype': 'MissingAuthenticationTokenException' });
const noHeaders: Case = { ...preflightWithout(204), kind: 'http', headers: ['x-a'], method: 'PUT' };
const both = 'https://app.example,https://b.example';
const several: Case = {
  preflight: { headers: { 'access-control-allow-origin': both } },
  verdict: blocked('preflight', 'PreflightMultipleAllowOriginValues', both),
};
const slash: Case = {
  preflight: { headers: { 'access-control-allow-origin': 'https://app.example/' } },
  verdict: blocked('preflight', 'PreflightAllowOriginMismatch', 'https://app.example/'),
};
const noCredentials: Case = {
  preflight: { headers: { 'access-control-allow-origin': 'https://app.example' } },
  credentials: 'include',
  verdict: blocked('preflight', 'PreflightInvalidAllowCredentials'),
};
const noList: Case = {
  preflight: { headers: { 'access-control-allow-origin': '*' } },
  headers: ['x-a'],
  verdict: blocked('preflight', 'HeaderDisallowedByPreflightResponse', 'x-a'),
};
const unauthorised = preflightWithout(401, { 'x-amzn-errortype': 'UnauthorizedException' });
const refusedMissing = (reason: SettingFault['reason']): Case =>
  with_({ reason, effect: 'refused' }, missing);
const throttled = preflightWithout(429, { 'x-amzn-errortype': 'TooManyRequestsException' });
const refusedThrottled = (reason: SettingFault['reason']): Case =>
  with_({ reason, effect: 'refused' }, throttled);

/** One case in which each speaks, and one near miss. */
const cases: Readonly<Record<string, readonly [Case, Case]>> = {
  'template-unquoted-value': [refusedMissing('unquoted-value'), refusedThrottled('unquoted-value')],
  'template-options-in-function-url': [
    with_(
      { reason: 'options-in-function-url', effect: 'refused' },
      { ...noHeaders, kind: 'function-url', url: urlAt },
      functionUrl,
    ),
    refusedThrottled('options-in-function-url'),
  ],
  'template-cors-wrong-type': [refusedMissing('cors-wrong-type'), refusedThrottled('cors-wrong-type')],
  'template-list-as-string': [
    with_({ reason: 'list-as-string', setting: 'AllowHeaders', value: 'x-a,x-b' }, noHeaders, http),
    with_({ reason: 'list-as-string', setting: 'AllowHeaders', value: 'x-b' }, noHeaders, http),
  ],
  'template-cors-beside-definition-uri': [
    refusedMissing('cors-beside-definition-uri'),
    refusedThrottled('cors-beside-definition-uri'),
  ],
  'template-max-age-out-of-range': [
    refusedMissing('max-age-out-of-range'),
    with_({ reason: 'max-age-out-of-range' }, missing),
  ],
  'template-unknown-key': [
    refusedMissing('unknown-key'),
    with_({ reason: 'unknown-key', effect: 'ignored' }, missing),
  ],
  'template-auth-type-missing': [refusedMissing('auth-type-missing'), refusedThrottled('auth-type-missing')],
  'template-cors-on-wrong-resource': [
    with_({ reason: 'cors-on-wrong-resource', effect: 'ignored' }, noHeaders, http),
    with_({ reason: 'cors-on-wrong-resource', effect: 'ignored' }, missing),
  ],
  'template-credentials-with-wildcard': [
    refusedMissing('credentials-with-wildcard'),
    with_({ reason: 'credentials-with-wildcard' }, missing),
  ],
  'template-misplaced-flag': [
    with_({ reason: 'misplaced-flag', setting: 'AddDefaultAuthorizerToCorsPreflight' }, unauthorised),
    with_({ reason: 'misplaced-flag', setting: 'AddApiKeyRequiredToCorsPreflight' }, unauthorised),
  ],
  'template-binary-types-with-mock': [
    with_({ reason: 'binary-types-with-mock' }, preflightWithout(500)),
    with_({ reason: 'binary-types-with-mock' }, preflightWithout(502)),
  ],
  'template-events-not-merged': [
    with_({ reason: 'events-not-merged' }, { ...missing, method: 'PUT' }),
    with_({ reason: 'events-not-merged' }, missing),
  ],
  'template-several-origins': [
    with_({ value: `'${both}'` }, several),
    with_({ value: "'https://other.example,https://b.example'" }, several),
  ],
  'template-origin-not-serialised': [
    with_({ reason: 'origin-not-serialised', value: "'https://app.example/'" }, slash),
    with_({ reason: 'origin-not-serialised', value: "'https://b.example/'" }, slash),
  ],
  'template-credentials-not-boolean': [
    with_({ reason: 'credentials-not-boolean' }, noCredentials),
    with_({ reason: 'credentials-not-boolean' }, slash),
  ],
  'template-list-in-one-item': [
    with_({ reason: 'list-in-one-item', setting: 'AllowMethods', value: 'PUT,POST' }, noHeaders, http),
    with_({ reason: 'list-in-one-item', setting: 'AllowOrigins', value: 'PUT,POST' }, noHeaders, http),
  ],
  'template-allow-headers-absent': [
    with_({ reason: 'allow-headers-absent' }, noList),
    with_({ reason: 'allow-headers-absent' }, slash),
  ],
  'template-gateway-response-without-cors': [
    with_({ reason: 'gateway-response-without-cors', value: 'UNAUTHORIZED' }, unauthorised),
    with_({ reason: 'gateway-response-without-cors', value: 'ACCESS_DENIED' }, unauthorised),
  ],
};

for (const rule of templateSettings) {
  const own = cases[rule.id];
  if (own === undefined) continue;
  const { template: _, ...wireOnly } = own[0];
  ruleCases(rule, {
    found: { 'the setting explains the wire': own[0] },
    nearMisses: { 'another wire, or another value': own[1], 'no template is loaded': wireOnly },
  });
}

test('lists that add up block nothing: "template-lists-concatenated" is told of the template alone', () => {
  const made = with_({ reason: 'lists-concatenated' }, several);
  expect(finding('template-lists-concatenated', made)).toBeNull();
  expect(settingReasons).toHaveLength(Object.keys(settingWords).length);
  expect(Object.keys(cases)).toHaveLength(settingReasons.length - 1);
});

test('the setting comes first with line and column, and the wire’s symptom folds under it', () => {
  const [root, ...symptoms] = diagnose(subject(with_({ value: `'${both}'` }, several)));
  expect(root).toMatchObject({
    rule: 'template-several-origins',
    confidence: 'certain',
    evidence: [{ message: 'template', line: 3, column: 5, note: 'Globals.Api.Cors.AllowOrigin' }, {}, {}],
  });
  expect(symptoms.filter(({ severity }) => severity === 'error').map(({ causedBy }) => causedBy)).toEqual(
    symptoms.filter(({ severity }) => severity === 'error').map(() => 'template-several-origins'),
  );
  expect(symptoms.some(({ rule }) => rule === 'several-origins-in-one-value')).toBe(true);
});

test('absent AllowHeaders explain refused headers, also where a rule says that they stand on their own, but no method', () => {
  const all = diagnose(subject(with_({ reason: 'allow-headers-absent' }, { ...noList, method: 'DELETE' })));
  expect(all[0]?.rule).toBe('template-allow-headers-absent');
  const causes = new Map(all.map(({ rule, causedBy }) => [rule, causedBy]));
  expect(causes.get('allow-headers-absent')).toBe('template-allow-headers-absent');
  expect(causes.get('method-not-allowed')).toBeNull();
});

test('a value that the template does not know is never certain', () => {
  const made = with_({ reason: 'credentials-not-boolean', value: '${Flag}' }, noCredentials);
  expect(finding('template-credentials-not-boolean', made)?.confidence).toBe('likely');
});

test('a misplaced flag for API keys explains the refusal for want of a key', () => {
  const forbidden = preflightWithout(403, { 'x-amzn-errortype': 'ForbiddenException' });
  const flag = (setting: string) => with_({ reason: 'misplaced-flag', setting }, forbidden);
  expect(finding('template-misplaced-flag', flag('AddApiKeyRequiredToCorsPreflight'))).not.toBeNull();
  expect(finding('template-misplaced-flag', flag('AddDefaultAuthorizerToCorsPreflight'))).toBeNull();
});
