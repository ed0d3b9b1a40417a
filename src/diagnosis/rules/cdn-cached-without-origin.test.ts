import { ruleCases } from '../rule-cases.testing.ts';
import { actualWithout, blocked, type Case } from '../testing.ts';
import { cdnCachedWithoutOrigin } from './cdn-cached-without-origin.ts';

const hit = { 'x-cache': 'Hit from cloudfront', age: '31' };
const none: Case = { kind: 'cloudfront', ...actualWithout(200, hit) };
const other: Case = {
  kind: 'rest',
  actual: { headers: { ...hit, 'access-control-allow-origin': 'https://b.example' } },
  verdict: blocked('actual', 'AllowOriginMismatch', 'https://b.example'),
};

ruleCases(cdnCachedWithoutOrigin, {
  found: { 'kept without the header': none, 'kept for another origin, an API behind': other },
  nearMisses: {
    'a miss': { kind: 'cloudfront', ...actualWithout(200, { ...hit, 'x-cache': 'Miss from cloudfront' }) },
    'a hit that was let through': { ...other, verdict: {} },
    'an error that was kept': { kind: 'cloudfront', ...actualWithout(404, hit) },
  },
});
