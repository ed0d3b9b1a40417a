import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Policy } from '../../gateway/index.ts';
import { handlerCorsHeaders } from '../handler-headers.ts';
import { policy } from '../judged.testing.ts';
import { event1, event2, restCases, two } from './events.testing.ts';
import type { HandlerLanguage } from './handler.ts';

/** One file, the name of the function in it, and the events that it gets one after another. */
export interface Job {
  readonly text: string;
  readonly entry: string;
  readonly events: readonly unknown[];
}

/** How a language's files are run. */
export interface Runner {
  readonly language: HandlerLanguage;
  readonly entry: string;
  readonly entryWithoutStatus: string;
  /** The working line of the user's code, and one that fails in its place. */
  readonly working: string;
  readonly failing: string;
  run(jobs: readonly Job[]): Promise<readonly (readonly unknown[])[]>;
}

const json = { 'Content-Type': 'application/json' };
const hello = '{"message":"hello world"}';
const failed = '{"message":"Internal server error"}';

/** An answer with its JSON as every language would write it. */
function compact(answer: unknown): unknown {
  if (typeof answer !== 'object' || answer === null || !('body' in answer)) return answer;
  const { body } = answer;
  return typeof body === 'string' && body !== ''
    ? { ...answer, body: JSON.stringify(JSON.parse(body)) }
    : answer;
}

/** Strings of strangers: everything that ends, begins or escapes a literal somewhere. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }),
  fc
    .array(
      fc.constantFrom(
        '"',
        "'",
        '`',
        '\\',
        '\n',
        '\r',
        '\0',
        '${',
        '#{',
        '{',
        '}',
        '\\u0022',
        '\u2028',
        '\ud800',
        '😀',
        '*/',
        '//',
        '"""',
        '%s',
        'a',
      ),
      { minLength: 1, maxLength: 8 },
    )
    .map((parts) => parts.join('')),
);
const list = fc.uniqueArray(hostile, { maxLength: 3 });

export const hostilePolicy: fc.Arbitrary<Policy> = fc.record({
  origins: fc.uniqueArray(hostile, { minLength: 1, maxLength: 3 }),
  methods: list,
  headers: list,
  exposeHeaders: list,
  credentials: fc.boolean(),
  maxAge: fc.option(fc.nat(86_400)),
});

/** What every language whose files can be run is held to. */
export function itRuns({ language, entry, entryWithoutStatus, working, failing, run }: Runner): void {
  const once = async (text: string, events: readonly unknown[], name = entry) => {
    const [answers = []] = await run([{ text, entry: name, events }]);
    return answers.map(compact);
  };
  const events = restCases.map(({ event }) => event);

  it('answers every origin, and OPTIONS, from the list of the policy', async () => {
    expect(
      await once(language.rest({ gateway: 'rest', policy: two, answersPreflight: true }), events),
    ).toEqual(
      restCases.map(({ status, headers }) => ({
        statusCode: status,
        headers: status === 204 ? headers : { ...json, ...headers },
        body: status === 204 ? '' : hello,
      })),
    );
  });

  it('carries the same headers where the user’s code fails', async () => {
    const text = language.rest({ gateway: 'rest', policy: two, answersPreflight: true });
    expect(text).toContain(working);
    expect(await once(text.replace(working, failing), events)).toEqual(
      restCases.map(({ status, headers }) => ({
        statusCode: status === 204 ? 204 : 500,
        headers: status === 204 ? headers : { ...json, ...headers },
        body: status === 204 ? '' : failed,
      })),
    );
  });

  it('leaves OPTIONS to the gateway where that answers it', async () => {
    const text = language.rest({ gateway: 'rest', policy: two, answersPreflight: false });
    const [answer] = await once(text, [{ httpMethod: 'OPTIONS', headers: { origin: 'https://a.test' } }]);
    expect(answer).toMatchObject({ statusCode: 200 });
    expect(text).not.toMatch(/OPTIONS|Allow-Methods/);
  });

  it('sends * to everyone, and no Vary, where the user asked for it', async () => {
    const open = policy({ origins: ['*'], methods: ['PUT'] });
    const event = (httpMethod: string) => ({ httpMethod, headers: { origin: 'https://c.test' } });
    expect(
      await once(language.rest({ gateway: 'rest', policy: open, answersPreflight: true }), [
        event('GET'),
        event('OPTIONS'),
      ]),
    ).toEqual([
      { statusCode: 200, headers: { ...json, 'Access-Control-Allow-Origin': '*' }, body: hello },
      {
        statusCode: 204,
        headers: { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Methods': 'PUT' },
        body: '',
      },
    ]);
  });

  it('runs, whatever strings a policy holds, as the proof’s model of it says', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(hostilePolicy, { minLength: 1, maxLength: 12 }),
        hostile,
        async (policies, other) => {
          const asked = policies.map((wanted) => [...wanted.origins, other]);
          const answers = await run(
            policies.map((wanted, index) => ({
              text: language.rest({ gateway: 'rest', policy: wanted, answersPreflight: true }),
              entry,
              events: (asked[index] ?? []).flatMap((origin) =>
                ['GET', 'OPTIONS'].map((httpMethod) => ({ httpMethod, headers: { origin } })),
              ),
            })),
          );
          expect(answers).toEqual(
            policies.map((wanted, index) =>
              (asked[index] ?? []).flatMap((origin) =>
                [false, true].map((isPreflight) =>
                  expect.objectContaining({
                    headers: {
                      ...(isPreflight ? {} : json),
                      ...Object.fromEntries(handlerCorsHeaders(wanted, origin, isPreflight)),
                    },
                  }),
                ),
              ),
            ),
          );
        },
      ),
      { numRuns: 40 },
    );
  });

  const full = { statusCode: 200, headers: json, body: hello };
  it.each(['http', 'function-url'] as const)(
    'adds nothing where the %s adds the headers',
    async (gateway) => {
      const text = language.plain({ gateway, answersPreflight: false });
      expect(text).not.toContain('ccess-Control');
      expect(await once(text, [event2('GET'), event1('GET')])).toEqual([full, full]);
      expect(await once(text, [event2('GET')], entryWithoutStatus)).toEqual([{ message: 'hello world' }]);
    },
  );

  it.each([event1, event2])('answers an OPTIONS route of the user’s own: %o', async (event) => {
    const text = language.plain({ gateway: 'http', answersPreflight: true });
    const asked = [event('OPTIONS'), event('GET')];
    expect(await once(text, asked)).toEqual([{ statusCode: 204 }, full]);
    expect(await once(text, asked, entryWithoutStatus)).toEqual([
      { statusCode: 204 },
      { message: 'hello world' },
    ]);
  });
}
