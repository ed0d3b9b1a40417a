import type { TemplateApi } from '../../gateway/index.ts';
import type { Template } from '../../template/index.ts';

/** Routes of an HTTP API that take OPTIONS away from the gateway, by their lines. */
export function routeNotes(_template: Template, { routes }: TemplateApi): readonly string[] {
  return routes
    .filter(({ method, path }) => method === 'ANY' || path === '$default')
    .map(
      ({ method, path, place }) =>
        `Line ${place.line}: the route ${path === '$default' ? path : `${method} ${path}`} takes OPTIONS before the gateway can answer it. Write a route for each method instead, or let the handler answer OPTIONS with 204.`,
    );
}
