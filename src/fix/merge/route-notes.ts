import type { Made } from './merge-notes.ts';
import { swallowing } from './preflight-events.ts';

/** Routes of an HTTP API that take OPTIONS away from the gateway, by their lines. */
export function routeNotes({ api, wishes, change }: Made): readonly string[] {
  const { methods } = change.policy;
  const captured = methods.length === 0 ? '' : ` (captured: ${methods.join(', ')})`;
  return swallowing(api).map((route) => {
    const { method, path, place, authorizer } = route;
    const name = path === '$default' ? path : `${method} ${path}`;
    const open = authorizer !== 'none' && !wishes.without.includes(route);
    const beside =
      path === '$default' ? 'OPTIONS /{proxy+} (which the path / does not match)' : `OPTIONS ${path}`;
    return open
      ? `Line ${place.line}: ${name} stands behind an authorizer, so ${beside} leads to the same function without one. The handler must answer it with 204 (not verified on AWS: that the gateway adds the CORS headers to that answer); better, write a route for each method that it serves${captured} in the place of ${name}.`
      : `Line ${place.line}: ${name} takes OPTIONS before the gateway can answer it. Write a route for each method that it serves${captured} in its place; or let the handler answer OPTIONS with 204, as the one that goes with this change does.`;
  });
}
