import { describe, expect, it } from 'vitest';
import type { Policy } from '../../gateway/index.ts';
import { editedPolicy } from '../edited-policy.ts';
import { policy } from '../judged.testing.ts';
import type { PolicyTrace } from '../trace.ts';
import { checkPolicy, type PolicyContext } from './check-policy.ts';

const app = 'https://app.example';
const check = (parts: Partial<Policy>, more: Partial<PolicyContext> = {}) =>
  checkPolicy(policy({ origins: [app], ...parts }), {
    kind: 'http',
    authorizer: false,
    apiKey: false,
    ...more,
  });
const reasons = (parts: Partial<Policy>, more: Partial<PolicyContext> = {}) =>
  check(parts, more).whole.map(({ reason }) => reason);
const trace = (part: PolicyTrace['part'], value: string): PolicyTrace => ({
  part,
  value,
  count: 1,
  exchangeIds: ['1'],
  development: false,
});

describe('a policy as a whole', () => {
  it('is as bad as the worst of it', () => {
    expect(check({}).level).toBe('ok');
    expect(check({ origins: ['http://a.example'] }).level).toBe('warning');
    expect(check({ origins: [app, 'null'] }).level).toBe('error');
    expect(check({ maxAge: -1 }).level).toBe('error');
    expect(check({ origins: ['*'], credentials: true }).credentials.level).toBe('error');
    expect(check({ origins: [] })).toMatchObject({ level: 'error', whole: [{ reason: 'no-origin' }] });
  });

  it('names every entry with its check, in the policy’s order', () => {
    const { entries } = check({
      origins: [app, `${app}/`],
      methods: ['GET', 'trace'],
      headers: ['cookie'],
      exposeHeaders: ['etag', 'set-cookie'],
    });
    expect(entries.map(({ part, value, check: { reason } }) => [part, value, reason])).toEqual([
      ['origin', app, 'fine'],
      ['origin', `${app}/`, 'trailing-slash'],
      ['method', 'GET', 'fine'],
      ['method', 'trace', 'forbidden-method'],
      ['header', 'cookie', 'needs-credentials'],
      ['expose-header', 'etag', 'fine'],
      ['expose-header', 'set-cookie', 'never-readable'],
    ]);
  });

  it('holds needless only what nothing captured asked for', () => {
    const parts = { methods: ['OPTIONS'], headers: ['accept'] };
    expect(check(parts).level).toBe('warning');
    expect(check(parts, { traces: [trace('method', 'OPTIONS'), trace('header', 'accept')] }).level).toBe(
      'ok',
    );
  });

  it.each<[Partial<Policy>, boolean]>([
    [{}, true],
    [{ origins: ['*'] }, false],
    [{ origins: ['https://*'] }, false],
    [{ methods: ['*'] }, false],
    [{ headers: ['*'] }, false],
    [{ exposeHeaders: ['*'] }, false],
  ])('credentials beside %j: %s', (parts, may) => {
    const { credentials } = check({ ...parts, credentials: true });
    expect(credentials.level).toBe(may ? 'ok' : 'error');
    expect(credentials.mended).toBe(may ? null : 'false');
    expect(check(parts).credentials.reason).toBe('fine');
  });

  it('warns of credentials over http, but for development', () => {
    expect(check({ origins: ['http://a.example'], credentials: true }).credentials.reason).toBe(
      'insecure-credentials',
    );
    expect(check({ origins: ['http://localhost:3000'], credentials: true }).credentials.reason).toBe('fine');
  });

  it('tells of several origins on a REST API alone', () => {
    const two = { origins: [app, 'https://b.example'] };
    expect(reasons(two, { kind: 'rest' })).toEqual(['several-origins-on-rest']);
    expect(reasons(two)).toEqual([]);
  });

  it('tells of development beside production', () => {
    expect(reasons({ origins: [app, 'http://localhost:3000'] })).toEqual(['development-beside-production']);
    expect(reasons({ origins: ['http://localhost:3000', 'http://127.0.0.1:3000'] })).toEqual([]);
  });

  it('tells of the headers that an authoriser, a key and a JSON body need, and offers them', () => {
    const given = policy({ origins: [app], methods: ['POST'] });
    const context = { kind: 'rest', authorizer: true, apiKey: true } as const;
    const { whole } = checkPolicy(given, context);
    expect(whole.map(({ reason }) => reason)).toEqual([
      'authorization-missing',
      'api-key-missing',
      'content-type-missing',
    ]);
    const base = { policy: given, traces: [] };
    const mended = editedPolicy(
      base,
      whole.flatMap(({ edits }) => edits),
    );
    expect(mended.policy.headers).toEqual(['authorization', 'content-type', 'x-api-key']);
    expect(checkPolicy(mended.policy, context).level).toBe('ok');
  });

  it('asks for Authorization beside *, which does not cover it', () => {
    expect(reasons({ headers: ['*'] }, { authorizer: true })).toEqual(['authorization-missing']);
    expect(reasons({ headers: ['*', 'authorization'] }, { authorizer: true })).toEqual([]);
  });

  it('does not guess a content type where traffic shows what pages send', () => {
    expect(reasons({ methods: ['POST'] }, { traces: [trace('method', 'POST')] })).toEqual([]);
    expect(reasons({ methods: ['GET'] })).toEqual([]);
  });

  it('knows API keys at a REST API only', () => {
    expect(reasons({ headers: ['x-api-key'] }, { apiKey: true })).toEqual(['no-api-keys']);
    expect(reasons({ headers: ['x-api-key'] }, { apiKey: true, kind: 'rest' })).toEqual([]);
  });

  it('offers to take * out where it stands beside others', () => {
    const [fault] = check({ origins: ['*', app] }).whole;
    expect(fault).toMatchObject({
      reason: 'star-beside-others',
      edits: [{ type: 'remove', part: 'origin', value: '*' }],
    });
  });

  it('knows a function URL’s limit', () => {
    const origins = Array.from({ length: 101 }, (_, index) => `https://a${index}.example`);
    expect(reasons({ origins }, { kind: 'function-url' })).toEqual(['too-many']);
    expect(reasons({ origins })).toEqual([]);
  });

  it('says that a REST API’s handler exposes headers', () => {
    expect(check({ exposeHeaders: ['etag'] }, { kind: 'rest' })).toMatchObject({
      level: 'ok',
      whole: [{ reason: 'exposed-by-handler', level: 'ok' }],
    });
  });
});
