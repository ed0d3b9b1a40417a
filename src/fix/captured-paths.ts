import type { Diagnosed } from '../diagnosis/index.ts';

const pathLimit = 20;
/** What a path of a template can hold; anything else is left for the user to write. */
const resourcePath = /^(?:\/[\w.:$-]+)+\/?$/;

/** Paths at which an API was called, below its stage. */
export function capturedPaths(base: string, diagnosed: readonly Diagnosed[]): readonly string[] {
  const paths = new Set<string>();
  const urls = new Set<string>();
  for (const { exchange, judgement } of diagnosed) {
    if (paths.size >= pathLimit) break;
    const url = exchange.hops[judgement.hop]?.url ?? '';
    if (urls.has(url)) continue;
    urls.add(url);
    if (!url.startsWith(`${base}/`)) continue;
    const path = url.slice(base.length).replace(/[?#].*$/s, '');
    if (resourcePath.test(path)) paths.add(path);
  }
  return [...paths].sort();
}
