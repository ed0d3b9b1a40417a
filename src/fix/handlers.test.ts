import { runInNewContext } from 'node:vm';
import { transformSync } from 'esbuild';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Policy } from '../gateway/index.ts';
import { handlerCorsHeaders } from './handler-headers.ts';
import { httpHandler, restHandler } from './handlers.ts';
import { policy } from './judged.testing.ts';

type Handler = (event: unknown) => Promise<{
  statusCode: number;
  headers: Record<string, string>;
  body: string;
}>;

/** Runs an emitted module as Node would, with its logging caught. */
function load(text: string): Handler {
  const module: { exports: { handler?: Handler } } = { exports: {} };
  const { code } = transformSync(text, { format: 'cjs' });
  runInNewContext(code, { module, exports: module.exports, console: { error: () => undefined } });
  const { handler } = module.exports;
  if (handler === undefined) throw new Error('the module exports no handler');
  return handler;
}

const two = policy({
  origins: ['https://a.test', 'https://b.test'],
  methods: ['GET', 'PUT'],
  headers: ['x-a'],
});

describe('restHandler', () => {
  it.each(['origin', 'Origin'])('answers an allowed origin, sent as %s', async (name) => {
    const handler = load(restHandler(policy(), false).text);
    expect(await handler({ httpMethod: 'GET', headers: { [name]: 'http://localhost:3000' } })).toEqual({
      statusCode: 200,
      headers: {
        'Content-Type': 'application/json',
        'Access-Control-Allow-Origin': 'http://localhost:3000',
        Vary: 'Origin',
      },
      body: '{"message":"hello world"}',
    });
  });

  it.each(['https://a.test.evil.example', 'http://a.test', 'null', '*', ''])(
    'gives the stranger %j no CORS header',
    async (origin) => {
      const handler = load(restHandler({ ...two, credentials: true }, true).text);
      for (const httpMethod of ['GET', 'OPTIONS']) {
        const { headers } = await handler({ httpMethod, headers: { origin } });
        expect(Object.keys(headers).filter((key) => key.startsWith('Access-Control'))).toEqual([]);
        expect(headers.Vary).toBe('Origin');
      }
    },
  );

  it('survives an event without headers', async () => {
    const handler = load(restHandler(policy(), false).text);
    expect((await handler({ headers: null })).statusCode).toBe(200);
  });

  it('sends the CORS headers on the error path, too', async () => {
    const text = restHandler(policy({ credentials: true }), false).text;
    const handler = load(text.replace('return { message: "hello world" };', 'throw new Error("broken");'));
    expect(await handler({ headers: { origin: 'http://localhost:3000' } })).toMatchObject({
      statusCode: 500,
      headers: {
        'Access-Control-Allow-Origin': 'http://localhost:3000',
        'Access-Control-Allow-Credentials': 'true',
      },
      body: '{"message":"Internal server error"}',
    });
  });

  it('answers OPTIONS only where it has to', async () => {
    const event = { httpMethod: 'OPTIONS', headers: { origin: 'https://a.test' } };
    expect((await load(restHandler(two, false).text)(event)).statusCode).toBe(200);
    const answered = await load(restHandler(two, true).text)(event);
    expect(answered.statusCode).toBe(204);
    expect(answered.headers).toMatchObject({
      'Access-Control-Allow-Methods': 'GET,PUT',
      'Access-Control-Allow-Headers': 'x-a',
    });
  });

  it('runs, for any policy, as the proof’s model of it says', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 12 });
    const list = fc.uniqueArray(text, { maxLength: 3 });
    const anyPolicy: fc.Arbitrary<Policy> = fc.record({
      origins: fc.uniqueArray(text, { minLength: 1, maxLength: 3 }),
      methods: list,
      headers: list,
      exposeHeaders: list,
      credentials: fc.boolean(),
      maxAge: fc.option(fc.nat(86_400)),
    });
    await fc.assert(
      fc.asyncProperty(anyPolicy, text, async (wanted, stranger) => {
        const handler = load(restHandler(wanted, true).text);
        for (const origin of [...wanted.origins, stranger])
          for (const httpMethod of ['GET', 'OPTIONS']) {
            const isPreflight = httpMethod === 'OPTIONS';
            const { headers } = await handler({ httpMethod, headers: { origin } });
            const { 'Content-Type': type, ...sent } = headers;
            expect(type).toBe(isPreflight ? undefined : 'application/json');
            expect(sent).toEqual(Object.fromEntries(handlerCorsHeaders(wanted, origin, isPreflight)));
          }
      }),
    );
  });
});

describe('httpHandler', () => {
  const event = (method: string) => ({ requestContext: { http: { method } } });

  it('returns a payload 2.0 result without CORS headers', async () => {
    expect(httpHandler(false).text).not.toContain('ccess-control');
    expect(await load(httpHandler(false).text)({})).toEqual({ message: 'hello world' });
  });

  it('answers OPTIONS only where a route sends it here', async () => {
    expect(await load(httpHandler(true).text)(event('OPTIONS'))).toEqual({ statusCode: 204 });
    expect(await load(httpHandler(true).text)(event('GET'))).toEqual({ message: 'hello world' });
  });
});
