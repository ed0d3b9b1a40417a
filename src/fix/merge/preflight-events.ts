import type { Policy, TemplateApi } from '../../gateway/index.ts';
import type { Template } from '../../template/index.ts';
import type { Change } from './change.ts';
import { type OptionsEvents, optionsEvents } from './options-events.ts';

const noEvents: OptionsEvents = { byFunction: new Map(), without: [] };

/**
 * OPTIONS events that the handlers answer: of a REST API whose own OPTIONS cannot, of an HTTP API whose authorizer stands
 * before a route that takes OPTIONS. `defaultAuthorizer`: the API has one, so that SAM takes `NONE`.
 */
export function preflightEvents(
  template: Template,
  api: TemplateApi,
  change: Change,
  defaultAuthorizer: boolean,
): OptionsEvents {
  if (api.kind === 'rest')
    return byHandler(api, change.policy) === null ? noEvents : optionsEvents(template, api, api.routes, null);
  if (!change.explicitRoutes) return noEvents;
  const guarded = swallowing(api).filter(({ authorizer }) => authorizer !== 'none');
  return optionsEvents(template, api, guarded, defaultAuthorizer ? { Authorizer: 'NONE' } : null);
}

/** Why SAM's own OPTIONS of a REST API cannot say a policy, so that the handler must answer; null where it can. */
export function byHandler(
  api: TemplateApi,
  { origins }: Pick<Policy, 'origins'>,
): 'several-origins' | 'binary-types' | null {
  if (api.kind !== 'rest') return null;
  if (origins.length > 1) return 'several-origins';
  return api.binaryMediaTypes.includes('*/*') ? 'binary-types' : null;
}

/** Routes of an HTTP API that take OPTIONS away from the gateway. */
export const swallowing = ({ routes }: TemplateApi) =>
  routes.filter(({ method, path }) => method === 'ANY' || path === '$default');
