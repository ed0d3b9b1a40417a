import { ruleCases } from '../rule-cases.testing.ts';
import { type Case, preflightWithout } from '../testing.ts';
import { cdnOptionsNotAllowed } from './cdn-options-not-allowed.ts';

const edge = { 'x-cache': 'Error from cloudfront', via: '1.1 a.cloudfront.net (CloudFront)' };
const refused = (status: number, headers = edge): Case => ({
  kind: 'cloudfront',
  ...preflightWithout(status, headers),
});

ruleCases(cdnOptionsNotAllowed, {
  found: { '403': refused(403), '405': refused(405) },
  nearMisses: {
    'a 502 of the edge': refused(502),
    'an answer of the server behind': refused(403, { ...edge, 'x-cache': 'Miss from cloudfront' }),
    'another front door': { ...refused(403), kind: 'rest' },
  },
});
