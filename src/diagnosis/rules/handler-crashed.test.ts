import { expect, test } from 'vitest';
import { ruleCases } from '../rule-cases.testing.ts';
import { actualWithout, finding, preflightWithout } from '../testing.ts';
import { handlerCrashed } from './handler-crashed.ts';

const failed = { 'x-amzn-errortype': 'InternalServerErrorException' };
const named = actualWithout(502, failed);

ruleCases(handlerCrashed, {
  found: {
    'a REST API’s 502': named,
    'its 500': actualWithout(500, failed),
    'its 502 without the name': actualWithout(502),
    'an HTTP API’s 500': { ...actualWithout(500, { 'content-length': '35' }), kind: 'http' },
    'a function URL’s 502': { ...actualWithout(502), kind: 'function-url' },
  },
  nearMisses: {
    'the handler’s own 502': actualWithout(502, { 'x-amzn-trace-id': 'Root=1' }),
    'the handler’s own 500 behind an HTTP API': {
      ...actualWithout(500, { 'content-length': '40' }),
      kind: 'http',
    },
    'a timeout': actualWithout(504, failed),
    'a readable crash': { actual: { status: 502, headers: { 'access-control-allow-origin': '*' } } },
    'a preflight': preflightWithout(502, failed),
    'another server': { ...actualWithout(502), kind: 'other' },
  },
});

test('the usual malformed answers are named', () => {
  for (const kind of ['rest', 'http', 'function-url'] as const) {
    const made = { ...named, kind, actual: { status: kind === 'http' ? 500 : 502 } };
    expect(finding('handler-crashed', made)?.explanation).toContain('`JSON.stringify(…)`');
  }
});

test('only the 502 with its name is certain, and only a REST API’s was recorded', () => {
  expect(finding('handler-crashed', named)).toMatchObject({ confidence: 'certain', unverified: false });
  expect(finding('handler-crashed', actualWithout(502))).toMatchObject({ confidence: 'likely' });
  const refused = finding('handler-crashed', actualWithout(500, failed));
  expect(refused).toMatchObject({ confidence: 'likely', unverified: true });
  expect(refused?.explanation).toContain('permission to invoke');
});

test('a REST API’s DEFAULT_5XX makes the next crash readable', () => {
  const found = finding('handler-crashed', named);
  expect(found?.remedies).toEqual(['mend-handler', 'gateway-error-headers']);
  expect(found?.explanation).toContain('`DEFAULT_5XX`');
});
