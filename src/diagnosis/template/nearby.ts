import type { TemplateApi, TemplatePreflight, TemplateRoute } from '../../gateway/index.ts';

/** What may take a path, by the first segment of its own; `''` holds what takes any: variables, `$default`, the root. */
interface Index {
  readonly routes: ReadonlyMap<string, readonly TemplateRoute[]>;
  readonly preflights: ReadonlyMap<string, readonly TemplatePreflight[]>;
}

const indices = new WeakMap<TemplateApi, Index>();

/** The API with only those of its routes that may take this URL's path, at whatever segment its own paths begin. */
export function nearby(api: TemplateApi, pathname: string): TemplateApi {
  const index = indices.get(api) ?? { routes: bySegment(api.routes), preflights: bySegment(api.preflights) };
  indices.set(api, index);
  const segments = [...new Set(['', ...pathname.split('/')])];
  return {
    ...api,
    routes: segments.flatMap((segment) => index.routes.get(segment) ?? []),
    preflights: segments.flatMap((segment) => index.preflights.get(segment) ?? []),
  };
}

function bySegment<P extends { readonly path: string }>(
  lines: readonly P[],
): ReadonlyMap<string, readonly P[]> {
  const found = new Map<string, P[]>();
  for (const line of lines) {
    const first = line.path.split('/', 2)[1] ?? '';
    const key = first.startsWith('{') ? '' : first;
    const own = found.get(key);
    if (own === undefined) found.set(key, [line]);
    else own.push(line);
  }
  return found;
}
