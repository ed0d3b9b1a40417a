import { header, type Scene } from './scene.ts';

/** What CloudFront says of its cache: `Hit from cloudfront`, `Error from cloudfront`, …; null where it says nothing. */
export function edgeResult(scene: Scene): 'hit' | 'error' | 'other' | null {
  const result = header(scene, 'x-cache');
  if (result === null || !/cloudfront/i.test(result)) return null;
  if (/^(?:refresh)?hit\b/i.test(result)) return 'hit';
  return /^error\b/i.test(result) ? 'error' : 'other';
}
