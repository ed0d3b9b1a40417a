import { expect, test } from 'vitest';
import { ruleCases } from '../rule-cases.testing.ts';
import { type Case, finding } from '../testing.ts';
import { publicSuffixOrigin } from './public-suffix-origin.ts';

const from = (host: string, credentials = 'true'): Case => ({
  origin: `https://${host}`,
  actual: {
    headers: {
      'access-control-allow-origin': `https://${host}`,
      'access-control-allow-credentials': credentials,
    },
  },
});
const shared = ['codepen.io', 'cdpn.io', 's3.amazonaws.com', 's3.eu-west-1.amazonaws.com'];
const named = [
  'me.github.io',
  'shop-git-main.vercel.app',
  'd111111abcdef8.cloudfront.net',
  'main.d1.amplifyapp.com',
  'shop.web.app',
  'shop.pages.dev',
  'shop.netlify.app',
  'a1b2c3.execute-api.us-east-1.amazonaws.com',
];

ruleCases(publicSuffixOrigin, {
  found: Object.fromEntries([...shared, ...named].map((host) => [host, from(host)])),
  nearMisses: {
    'a domain of one’s own': from('app.example'),
    'a name that only ends alike': from('mygithub.io'),
    'a domain that only begins alike': from('github.io.example'),
    'without credentials': from('codepen.io', 'false'),
  },
});

test('a name of one’s own is a note, an origin of everybody’s a warning', () => {
  expect(finding('public-suffix-origin', from('me.github.io'))?.severity).toBe('info');
  expect(finding('public-suffix-origin', from('s3.amazonaws.com'))?.severity).toBe('warning');
});
