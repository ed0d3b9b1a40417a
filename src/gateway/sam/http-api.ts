import { entryOf, type Template, type Value, valueAt } from '../../template/index.ts';
import { type ApiSource, conditionOfApi } from './api-source.ts';
import { schemesOf } from './authorizers.ts';
import { policyOf } from './cors-policy.ts';
import { definitionPaths } from './definition.ts';
import { httpFaults } from './faults/api-faults.ts';
import { httpCorsValue } from './http-cors-value.ts';
import { basePathsOf } from './mappings.ts';
import type { Operation } from './operation.ts';
import { isSet } from './rest-cors.ts';
import { withEvents } from './rest-paths.ts';
import { routesOf } from './routes.ts';
import { type Defaults, defaultsOf, type Security } from './security.ts';
import type { TemplateApi } from './template-api.ts';
import { Texts } from './texts.ts';

/** Reads an HTTP API as the official translator makes it: its events are merged into its definition. */
export function httpApi(template: Template, source: ApiSource): TemplateApi {
  const texts = new Texts(template);
  const { properties, logicalId, implicit } = source;
  const at = (key: string) => valueAt(properties, key);
  const definition = implicit ? null : set(at('DefinitionBody'));
  const elsewhere = definition === null && !implicit && isSet(at('DefinitionUri'));
  const written = elsewhere ? null : definition === null ? [] : definitionPaths(definition, texts);
  const paths = withEvents(written ?? [], elsewhere ? [] : source.events, texts);
  const auth = at('Auth');
  const defaults = defaultsOf(auth);
  const setting = at('CorsConfiguration');
  const wanted = setting === null ? null : texts.withParameters(setting);
  const cors = elsewhere ? null : httpCorsValue(wanted, definition);
  const corsValue = typeof cors === 'string' ? null : cors;
  const stage = implicit ? null : texts.of(at('StageName'));
  return {
    logicalId,
    kind: 'http',
    implicit,
    place: source.place,
    condition: conditionOfApi(source, texts),
    stage: stage === '$default' ? null : stage,
    basePaths: basePathsOf(logicalId, at('Domain'), texts),
    routes: routesOf(paths, schemesOf(auth, definition), (operation) => httpSecurity(operation, defaults)),
    routesKnown: written !== null,
    preflights: [],
    policy: policyOf(corsValue, texts),
    corsValue,
    gatewayResponses: {},
    gatewayResponseStatuses: {},
    binaryMediaTypes: [],
    corsPlace: entryOf(properties, 'CorsConfiguration')?.keyPlace ?? null,
    faults: httpFaults(template, source),
    unknowns: texts.unknowns,
    assumes: texts.assumes,
  };
}

const set = (value: Value | null) => (isSet(value) ? value : null);

/** The default authorizer, on every method but OPTIONS that says nothing itself. */
function httpSecurity({ key, security, integrated }: Operation, { authorizer }: Defaults): Security {
  if (authorizer === null || !integrated || key === 'options' || security.length > 0) return security;
  return [[authorizer]];
}
