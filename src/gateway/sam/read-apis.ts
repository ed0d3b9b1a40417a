import type { Template } from '../../template/index.ts';
import { apiEvents } from './api-events.ts';
import { apiSources } from './api-source.ts';
import { functionUrl } from './function-url.ts';
import { httpApi } from './http-api.ts';
import { rawHttpApis } from './raw-http-api.ts';
import { restApi } from './rest-api.ts';
import type { TemplateApi } from './template-api.ts';

/**
 * The APIs of a template that CORS concerns, as SAM's official translator makes them: REST APIs, HTTP APIs (each explicit
 * or implicit), CloudFormation's own HTTP APIs, function URLs. Never throws; what the translator refuses is a fault of
 * the API.
 */
export function readApis(template: Template): readonly TemplateApi[] {
  const events = apiEvents(template);
  return [
    ...apiSources(template, 'Api', events).map((source) => restApi(template, source)),
    ...apiSources(template, 'HttpApi', events).map((source) => httpApi(template, source)),
    ...rawHttpApis(template),
    ...[...template.resources.values()].flatMap((resource) => functionUrl(template, resource) ?? []),
  ];
}
