import { expect, test } from 'vitest';
import { ruleCases } from '../rule-cases.testing.ts';
import { actualWithout, type Case, finding } from '../testing.ts';
import { cdnOwnError } from './cdn-own-error.ts';

const edge = { 'x-cache': 'Error from cloudfront', server: 'CloudFront' };
const failed = (status: number, headers = edge): Case => ({
  kind: 'cloudfront',
  ...actualWithout(status, headers),
});

ruleCases(cdnOwnError, {
  found: { 'a 403': failed(403), 'a 502': failed(502) },
  nearMisses: {
    'a good answer': failed(200),
    'a miss passed on': failed(404, { ...edge, 'x-cache': 'Miss from cloudfront' }),
    'an API Gateway behind it, known by its id': { ...failed(403), kind: 'rest' },
  },
});

test('a 403 hints at the forwarded Host, a 5xx at the origin', () => {
  expect(finding('cdn-own-error', failed(403))?.explanation).toContain('AllViewerExceptHostHeader');
  expect(finding('cdn-own-error', failed(504))?.explanation).toContain('certificate');
});
