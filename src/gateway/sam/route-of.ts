import { candidates, takes } from '../routing.ts';
import { exists } from './configuration-of.ts';
import type { TemplateApi, TemplatePreflight, TemplateRoute } from './template-api.ts';

/** What of an API takes a request. */
export type Taker =
  | { readonly kind: 'route'; readonly route: TemplateRoute }
  | { readonly kind: 'preflight'; readonly preflight: TemplatePreflight };

/**
 * What takes a method on a path below the API's stage or base path; null where nothing does. A REST API chooses the most
 * specific path first and looks nowhere else; an HTTP API takes the most specific route that has the method.
 */
export function routeOf(api: TemplateApi, method: string, path: string): Taker | null {
  const found = candidates(takersOf(api), path);
  const best = found[0]?.score;
  const fits = (api.kind === 'rest' ? found.filter(({ score }) => score === best) : found).filter(
    ({ route }) => takes(route, method),
  );
  const first = fits.filter(({ score }) => score === fits[0]?.score);
  return (first.find(({ route }) => route.method === method) ?? first[0])?.route.taker ?? null;
}

/** How well an API's routes fit a path, as `specificity` says it; null where none does. */
export const fitOf = (api: TemplateApi, path: string): string | null =>
  candidates(takersOf(api), path)[0]?.score ?? null;

interface Line {
  readonly method: string;
  readonly path: string;
  readonly taker: Taker;
}

const takersOf = (api: TemplateApi): readonly Line[] => [
  ...api.routes.filter(exists).map((route): Line => {
    const { method, path } = route;
    return { method, path, taker: { kind: 'route', route } };
  }),
  ...api.preflights.filter(exists).map(
    (preflight): Line => ({
      method: 'OPTIONS',
      path: preflight.path,
      taker: { kind: 'preflight', preflight },
    }),
  ),
];
