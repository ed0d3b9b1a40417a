import type { Route } from './model.ts';

/** Path without query and trailing slash, as routing sees it. */
export function pathname(path: string): string {
  const bare = path.split(/[?#]/, 1)[0] ?? '';
  return bare.length > 1 && bare.endsWith('/') ? bare.slice(0, -1) : bare;
}

/**
 * The path below the stage, or below the base path that a custom domain puts in its place; null where it does not begin
 * so. An empty stage or base path takes all.
 */
export function belowStage(
  path: string,
  { stage: named, basePath }: { readonly stage: string; readonly basePath?: string },
): string | null {
  const stage = basePath ?? named;
  const bare = pathname(path);
  if (stage === '') return bare;
  const prefix = `/${stage}`;
  if (bare === prefix) return '/';
  return bare.startsWith(`${prefix}/`) ? bare.slice(prefix.length) : null;
}

/**
 * How well a route's path fits: one character per segment, `3` literal, `2` a `{variable}`, `1` a greedy `{proxy+}`, so
 * that string comparison puts the more specific first; `$default` is the empty string; null does not fit.
 */
export function specificity(pattern: string, path: string): string | null {
  if (pattern === '$default') return '';
  const wanted = pathname(pattern).split('/').slice(1);
  const given = path.split('/').slice(1);
  let score = '';
  for (const [index, segment] of wanted.entries()) {
    const own = given[index];
    if (own === undefined || (own === '' && segment !== '')) return null;
    if (/^\{.+\+\}$/.test(segment)) return `${score}1`;
    if (/^\{.+\}$/.test(segment)) score += '2';
    else if (segment === own) score += '3';
    else return null;
  }
  return wanted.length === given.length ? score : null;
}

type Routed = Pick<Route, 'method' | 'path'>;

interface Candidate<R extends Routed> {
  readonly route: R;
  readonly score: string;
}

/** Routes whose path fits, the most specific path first, a named method before `ANY` on the same path. */
export function candidates<R extends Routed>(routes: readonly R[], path: string): readonly Candidate<R>[] {
  return routes
    .flatMap((route) => {
      const score = specificity(route.path, path);
      return score === null ? [] : [{ route, score }];
    })
    .sort((a, b) =>
      a.score === b.score
        ? Number(a.route.method === 'ANY') - Number(b.route.method === 'ANY')
        : a.score < b.score
          ? 1
          : -1,
    );
}

export const takes = (route: Routed, method: string) =>
  route.path === '$default' || route.method === 'ANY' || route.method === method;
