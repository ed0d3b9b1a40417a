import { describe, expect, it } from 'vitest';
import { two } from './events.testing.ts';
import { handlerLanguages, writeHandler } from './write-handler.ts';

const rest = { gateway: 'rest', policy: two, answersPreflight: true } as const;

describe('writeHandler', () => {
  it.each(handlerLanguages)('writes in $name, and says where the file goes', ({ target, language, name }) => {
    const fix = writeHandler(rest, target);
    expect(fix).toMatchObject({ kind: 'handler', target, language });
    expect(fix.title).toBe(`Handler (${name}): CORS headers on every answer, errors too`);
    expect(fix.text).toMatch(/^(?:\/\/|#) \S+\.\w+, Handler: \S+/);
    expect(fix.text).toContain('"https://b.test"');
    expect(writeHandler({ gateway: 'http', answersPreflight: false }, target).title).toBe(
      `Handler (${name}): no CORS headers, the gateway adds them`,
    );
  });

  it('can be asked again, in another language, by what it gave', () => {
    const { handler } = writeHandler(rest);
    if (handler === undefined) throw new Error('it gave nothing');
    expect(writeHandler(handler, 'go')).toEqual(writeHandler(rest, 'go'));
  });

  it.each([undefined, 'cobol', '__proto__'])('writes in Node.js where %s is asked for', (target) => {
    expect(writeHandler(rest, target)).toEqual(writeHandler(rest, 'nodejs'));
  });

  it('tells a function URL’s owner of the headers from an HTTP API’s', () => {
    const url = writeHandler({ gateway: 'function-url', answersPreflight: false });
    expect(url.title).toContain('the function URL adds them');
    expect(url.text).toContain('may come twice');
    expect(url.text).not.toContain('OPTIONS');
  });
});
