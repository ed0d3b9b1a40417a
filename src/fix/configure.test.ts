import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Policy } from '../gateway/index.ts';
import { readApis } from '../gateway/index.ts';
import { parseTemplate } from '../template/index.ts';
import type { FixKind } from './api-view.ts';
import { configure, type Wish } from './configure.ts';
import { articleRest, diagnosed, finding, judged, policy } from './judged.testing.ts';
import { synthesisePolicy } from './policy.ts';
import { viewApi } from './view-api.ts';

const app = 'https://app.example';
const base = 'https://a1.execute-api.eu-west-1.amazonaws.com/Prod';
const kinds = ['rest', 'http', 'function-url'] as const;

const wish = (more: Partial<Wish> = {}): Wish => ({
  policy: policy({ origins: [app], methods: ['GET', 'PUT'], headers: ['content-type'] }),
  kind: 'rest',
  place: 'globals',
  authorizer: false,
  apiKey: false,
  ...more,
});
const sam = (more: Partial<Wish> = {}) => configure(wish(more)).fixes.filter(({ kind }) => kind === 'sam');
const titles = (more: Partial<Wish> = {}) => configure(wish(more)).fixes.map(({ title }) => title);
const withOrigins = (...origins: string[]): Policy => ({ ...wish().policy, origins });

describe('configure, with no traffic at all', () => {
  it.each(kinds)('writes template, handler and notes for %s, and proves nothing', (kind) => {
    const { fixes, proof } = configure(wish({ kind }));
    expect(proof).toBeNull();
    expect([...new Set(fixes.map((fix) => fix.kind))]).toEqual(['sam', 'handler', 'note']);
    expect(fixes.map(({ title }) => title)).not.toContain('Only what was captured');
    expect(fixes.some(({ title }) => title.startsWith('Without a template'))).toBe(true);
  });

  it.each([
    ['rest', 'globals', ['Globals']],
    ['rest', 'resource', ['resource']],
    ['http', 'globals', ['Globals']],
    ['http', 'resource', ['resource']],
    ['function-url', 'globals', ['function']],
    ['function-url', 'resource', ['function']],
  ] as const)('%s in %s', (kind, place, targets) => {
    expect(sam({ kind, place }).map(({ target }) => target)).toEqual(targets);
    expect(titles({ kind, place }).includes('On the function, not in Globals')).toBe(
      kind === 'function-url' && place === 'globals',
    );
  });

  it('opens the preflight of a REST API to an authoriser and to keys, and makes the gateway’s errors readable', () => {
    const { Auth, GatewayResponses } = parse(sam({ authorizer: true, apiKey: true })[0]?.text ?? '').Globals
      .Api;
    expect(Auth).toEqual({
      AddDefaultAuthorizerToCorsPreflight: false,
      AddApiKeyRequiredToCorsPreflight: false,
    });
    expect(Object.keys(GatewayResponses)).toEqual(['DEFAULT_4XX', 'DEFAULT_5XX']);
    expect(parse(sam()[0]?.text ?? '').Globals.Api.Auth).toBeUndefined();
  });

  it('asks for the headers that an authoriser and a key need', () => {
    const all = titles({ authorizer: true, apiKey: true });
    expect(all).toContain('Authorization is not among the request headers');
    expect(all).toContain('x-api-key is not among the request headers');
    const headers = ['authorization', 'content-type', 'x-api-key'];
    const given = titles({ authorizer: true, apiKey: true, policy: { ...wish().policy, headers } });
    expect(given.filter((title) => title.includes('not among'))).toEqual([]);
  });

  it('gives an HTTP API with a catch-all route its routes, open beside an authoriser', () => {
    const routes = sam({ kind: 'http', catchAll: true, authorizer: true });
    expect(routes.map(({ target }) => target)).toEqual(['Globals', 'routes', 'options-route']);
    expect(routes.at(-1)?.text).toContain('Authorizer: NONE');
    expect(sam({ kind: 'http', catchAll: true }).at(-1)?.text).not.toContain('Authorizer: NONE');
    expect(titles({ kind: 'http', authorizer: true })).toContain('The authoriser and the preflight');
    expect(sam({ kind: 'rest', catchAll: true }).map(({ target }) => target)).toEqual(['Globals']);
  });

  it('leads OPTIONS to the handler where a REST API has several origins, or takes every type as binary', () => {
    expect(sam({ policy: withOrigins(app, 'https://b.example') }).map(({ target }) => target)).toEqual([
      'function-events',
      'own-options',
    ]);
    expect(sam({ binaryTypes: true }).map(({ target }) => target)).toEqual([
      'Globals',
      'function-events',
      'own-options',
    ]);
  });

  it('keeps an origin of development from production, or takes the stages that the user names', () => {
    const local = withOrigins(app, 'http://localhost:3000');
    expect(
      parse(sam({ kind: 'http', policy: local })[1]?.text ?? '').Parameters.CorsStage.AllowedValues,
    ).toEqual(['dev', 'prod']);
    const stages = [
      { name: 'beta', origins: ['https://beta.example'] },
      { name: 'live', origins: [app] },
    ];
    const named = { kind: 'http', policy: withOrigins(app, 'https://beta.example'), stages } as const;
    expect(parse(sam(named)[1]?.text ?? '').Parameters.CorsStage).toMatchObject({
      AllowedValues: ['beta', 'live'],
      Default: 'live',
    });
    expect(titles(named)).toContain('Origins by stage');
    expect(sam(named)).toHaveLength(2);
  });
});

describe('configure, of a policy that is not sound', () => {
  it('writes the sound part, and says what it left out and why', () => {
    const { fixes } = configure(wish({ kind: 'http', policy: withOrigins(app, `${app}/x`, 'null') }));
    expect(parse(fixes[0]?.text ?? '').Globals.HttpApi.CorsConfiguration.AllowOrigins).toEqual([app]);
    const left = fixes.filter(({ title }) => title.startsWith('Not written'));
    expect(left.map(({ title }) => title)).toEqual([
      `Not written: origin "${app}/x"`,
      'Not written: origin "null"',
    ]);
    expect(left[1]?.text).toContain('sandboxed frame');
  });

  it.each(kinds)('writes nothing for %s where * and credentials are all that is wished', (kind) => {
    const { fixes, proof } = configure(wish({ kind, policy: { ...withOrigins('*'), credentials: true } }), {
      base,
      diagnosed: articleRest.map((one) => diagnosed(one)),
    });
    expect(fixes.every((fix) => fix.kind === 'note')).toBe(true);
    expect(fixes.map(({ title }) => title)).toEqual(
      expect.arrayContaining(['Nothing to allow', 'Not written: origin "*"']),
    );
    expect(proof).toBeNull();
  });

  it.each(kinds)(
    'writes * for %s because the user asks for it, says its cost, and what goes without saying',
    (kind) => {
      const { fixes } = configure(
        wish({ kind, policy: { ...withOrigins('*', app), headers: ['*', 'authorization', 'x-a'] } }),
      );
      expect(fixes[0]?.text).toContain('*');
      expect(fixes[0]?.text).not.toContain(app);
      expect(fixes[0]?.text).toContain('authorization');
      expect(fixes[0]?.text).not.toContain('x-a');
      const cost = fixes.find(({ title }) => title === 'What * costs among the origins');
      expect(cost?.text).toContain('every website');
      expect(fixes.map(({ title }) => title)).toContain('* beside other entries');
    },
  );

  it('counts the strangers whom * lets in', () => {
    const captured = { base, diagnosed: articleRest.map((one) => diagnosed(one)) };
    const { proof } = configure(wish({ kind: 'http', policy: withOrigins('*') }), captured);
    expect(proof?.strangersAccepted).toBeGreaterThan(0);
  });

  it('takes no age that the gateway refuses', () => {
    const { fixes } = configure(wish({ kind: 'http', policy: { ...wish().policy, maxAge: 90_000 } }));
    expect(fixes[0]?.text).not.toContain('MaxAge');
    expect(fixes.map(({ title }) => title)).toContain('Not written: max age 90000');
  });
});

describe('configure, beside what was captured', () => {
  const captured = articleRest.map((one) => diagnosed(one, [finding(['gateway-error-headers'])]));
  const needed = synthesisePolicy(articleRest);

  it.each(kinds)(
    'with the captured policy comes to the same snippets and proof as the view of the API: %s',
    (kind) => {
      const view = viewApi({ id: `rest ${base}`, kind: 'rest', base }, captured);
      const made = configure(wish({ kind, policy: needed }), { base, diagnosed: captured });
      const written = (fixes: readonly { kind: string; target: string; text: string }[]) =>
        fixes.filter((fix) => fix.kind !== 'note' && fix.target !== 'resource').map(({ text }) => text);
      expect(written(made.fixes)).toEqual(written(view.fixes[kind]));
      expect(made.proof).toEqual(view.proofs[kind]);
    },
  );

  it('says that the API’s * is replaced, unless the user asks for it', () => {
    const answer = { status: 200, headers: [['access-control-allow-origin', '*']] as const };
    const open = { base, diagnosed: [diagnosed(judged({ outcome: 'allowed', answer }))] };
    const told = (given: Policy) =>
      configure(wish({ policy: given }), open).fixes.some(
        ({ title }) => title === 'The wildcard is replaced',
      );
    expect(told(needed)).toBe(true);
    expect(told({ ...needed, origins: ['*'] })).toBe(false);
  });

  it('does not name an exposed header again that the policy has', () => {
    const answer = { status: 200, headers: [['access-control-expose-headers', 'etag']] as const };
    const open = { base, diagnosed: [diagnosed(judged({ outcome: 'allowed', answer }))] };
    const told = (exposeHeaders: readonly string[]) =>
      configure(wish({ policy: { ...needed, exposeHeaders } }), open).fixes.some(({ title }) =>
        title.startsWith('Exposed headers that'),
      );
    expect([told([]), told(['etag']), told(['*'])]).toEqual([true, false, false]);
  });

  it('shows what a policy that is too narrow would still fail', () => {
    const narrow = { ...needed, methods: ['GET'], headers: ['x-api-key'] };
    const { proof } = configure(wish({ kind: 'http', policy: narrow }), { base, diagnosed: captured });
    expect(proof).toMatchObject({ passed: 1, failed: 1, strangersAccepted: 0 });
  });

  it('is not asked for the same array in vain, and sees a new one', () => {
    const one = { base, diagnosed: captured };
    expect(configure(wish({ policy: needed }), one)).toEqual(configure(wish({ policy: needed }), one));
    const more = { base, diagnosed: [...captured, diagnosed(judged({ origin: 'https://b.example' }))] };
    expect(configure(wish({ policy: needed }), more).proof).toMatchObject({ passed: 2, failed: 1 });
  });
});

describe('whatever is wished', () => {
  const value = fc.oneof(
    fc.constantFrom(
      app,
      'http://localhost:3000',
      '*',
      'null',
      'https://*',
      'GET',
      'patch',
      'OPTIONS',
      'TRACE',
      'x-a',
      'Cookie',
    ),
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.webUrl(),
  );
  const list = fc.array(value, { maxLength: 4 });
  const anyWish: fc.Arbitrary<Wish> = fc.record({
    policy: fc.record({
      origins: list,
      methods: list,
      headers: list,
      exposeHeaders: list,
      credentials: fc.boolean(),
      maxAge: fc.option(fc.oneof(fc.integer(), fc.double())),
    }),
    kind: fc.constantFrom<FixKind>(...kinds),
    place: fc.constantFrom('globals', 'resource'),
    authorizer: fc.boolean(),
    apiKey: fc.boolean(),
    catchAll: fc.boolean(),
    binaryTypes: fc.boolean(),
    stages: fc.array(fc.record({ name: fc.string({ maxLength: 6 }), origins: list }), { maxLength: 3 }),
  });

  it('never throws, and every snippet is YAML whose lists hold nothing that was not wished', () => {
    fc.assert(
      fc.property(anyWish, (given) => {
        const { fixes } = configure(given, { base, diagnosed: articleRest.map((one) => diagnosed(one)) });
        for (const { kind, text } of fixes) {
          if (kind !== 'sam') continue;
          const whole = parse(text);
          expect(whole).toBeTypeOf('object');
          const cors = whole.Globals?.HttpApi?.CorsConfiguration;
          if (cors === undefined || whole.Parameters !== undefined) continue;
          for (const origin of cors.AllowOrigins) expect(given.policy.origins).toContain(origin);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('never gives credentials with *', () => {
    fc.assert(
      fc.property(anyWish, (given) => {
        const wished = {
          ...given,
          kind: 'http',
          place: 'globals',
          policy: { ...given.policy, credentials: true },
        } as const;
        for (const { target, text } of configure(wished).fixes) {
          if (target !== 'Globals') continue;
          const { CorsConfiguration } = parse(text).Globals.HttpApi;
          for (const key of ['AllowOrigins', 'AllowMethods', 'AllowHeaders', 'ExposeHeaders'])
            expect(CorsConfiguration[key] ?? []).not.toContain('*');
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('a snippet for an HTTP API', () => {
  it('read back as a template is the wished policy', () => {
    const [fix] = sam({ kind: 'http', policy: { ...wish().policy, exposeHeaders: ['etag'], maxAge: 600 } });
    const whole = parse(fix?.text ?? '');
    whole.Transform = 'AWS::Serverless-2016-10-31';
    const event = { Type: 'HttpApi', Properties: { Path: '/a', Method: 'get' } };
    whole.Resources = { F: { Type: 'AWS::Serverless::Function', Properties: { Events: { E: event } } } };
    const read = parseTemplate(JSON.stringify(whole));
    expect(read.ok && readApis(read.template)[0]?.policy).toEqual({
      ...wish().policy,
      exposeHeaders: ['etag'],
      maxAge: 600,
    });
  });
});
