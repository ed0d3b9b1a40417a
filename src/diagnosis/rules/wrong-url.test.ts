import { expect, test } from 'vitest';
import { ruleCases } from '../rule-cases.testing.ts';
import { actualWithout, finding, judged, preflightWithout } from '../testing.ts';
import { wrongUrl } from './wrong-url.ts';

const forbidden = { 'x-amzn-errortype': 'ForbiddenException' };
const host = 'https://a1b2c3d4e5.execute-api.us-east-1.amazonaws.com';

const unknown = { 'x-amzn-errortype': 'MissingAuthenticationTokenException' };
const noStage = { ...actualWithout(403, forbidden), url: `${host}/orders` };
const notFound = { ...actualWithout(404, { 'content-length': '23' }), kind: 'http' } as const;

ruleCases(wrongUrl, {
  found: {
    'Missing Authentication Token': actualWithout(403, unknown),
    'no stage': noStage,
    'no stage, on OPTIONS': { ...preflightWithout(403, forbidden), url: `${host}/orders` },
    'an HTTP API’s Not Found': notFound,
  },
  nearMisses: {
    'a stage alone': { ...noStage, url: `${host}/Prod/` },
    'the stage was reached before': {
      ...noStage,
      siblings: [judged({ id: 's1', url: `${host}/orders`, actual: { status: 200 } })],
    },
    'a custom domain': { ...noStage, url: 'https://api.example/orders' },
    'no OPTIONS method': preflightWithout(403, unknown),
    'the function’s own 404': actualWithout(404, { 'x-amzn-trace-id': 'Root=1' }),
    'its own 404 behind an HTTP API': { ...actualWithout(404, { 'content-length': '24' }), kind: 'http' },
    'a 404 that can be read': { actual: { status: 404, headers: { 'access-control-allow-origin': '*' } } },
  },
});

test('an answered OPTIONS says that the path exists: the method is what lacks', () => {
  expect(finding('wrong-url', actualWithout(403, unknown))?.title).toContain('no such path or method');
  const found = finding('wrong-url', { ...actualWithout(403, unknown), method: 'PUT', preflight: {} });
  expect(found?.title).toContain('The path has no such method');
  expect(found?.explanation).toContain('"PUT" is what it lacks');
});

test('what gives the same bytes is named, and so is what makes them readable', () => {
  const found = finding('wrong-url', actualWithout(403, unknown));
  expect(found).toMatchObject({ owner: 'client', confidence: 'likely' });
  expect(found?.explanation).toContain('AWS_IAM');
  expect(found?.explanation).toContain('`MISSING_AUTHENTICATION_TOKEN`');
  const staged = finding('wrong-url', noStage);
  expect(staged).toMatchObject({ remedies: ['mend-client', 'beyond-settings'] });
  expect(staged?.explanation).toMatch(/API key .* WAF/);
});
