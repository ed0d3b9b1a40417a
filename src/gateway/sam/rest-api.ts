import type { Template } from '../../template/index.ts';
import { entryOf, itemsOf, type Value, valueAt } from '../../template/index.ts';
import { type ApiSource, conditionOfApi } from './api-source.ts';
import { schemesOf } from './authorizers.ts';
import { restFaults } from './faults/api-faults.ts';
import { gatewayResponsesOf } from './gateway-responses.ts';
import { basePathsOf } from './mappings.ts';
import { preflightsOf } from './preflights.ts';
import { isSet, restCors } from './rest-cors.ts';
import { restPaths } from './rest-paths.ts';
import { routesOf } from './routes.ts';
import { defaultsOf, secured } from './security.ts';
import type { TemplateApi } from './template-api.ts';
import { Texts } from './texts.ts';

/** Reads a REST API as the official translator makes it. */
export function restApi(template: Template, source: ApiSource): TemplateApi {
  const texts = new Texts(template);
  const { properties, logicalId, implicit } = source;
  const at = (key: string) => valueAt(properties, key);
  // What `Globals` cannot hold, an implicit API cannot have.
  const definition = implicit ? null : set(at('DefinitionBody'));
  const elsewhere = definition === null && !implicit && isSet(at('DefinitionUri'));
  const merges = isTrue(at('MergeDefinitions'));
  const paths = elsewhere ? null : restPaths({ id: logicalId, definition, merges }, source.events, texts);
  const auth = at('Auth');
  const defaults = defaultsOf(auth);
  const schemes = schemesOf(auth, definition);
  const cors = restCors(at('Cors'));
  const preflights =
    paths === null || cors === null || typeof cors === 'string'
      ? []
      : preflightsOf(paths, cors, { defaults, schemes }, texts);
  const api: TemplateApi = {
    logicalId,
    kind: 'rest',
    implicit,
    place: source.place,
    condition: conditionOfApi(source, texts),
    stage: implicit ? 'Prod' : (texts.of(at('StageName')) ?? 'Prod'),
    basePaths: basePathsOf(logicalId, at('Domain'), texts),
    routes: routesOf(paths ?? [], schemes, (operation) => secured(operation, defaults)),
    routesKnown: paths !== null,
    preflights,
    policy: null,
    corsValue: null,
    ...gatewayResponsesOf(at('GatewayResponses'), definition, texts),
    binaryMediaTypes: [at('BinaryMediaTypes'), valueAt(definition, 'x-amazon-apigateway-binary-media-types')]
      .flatMap((types) => itemsOf(texts.chosen(types)))
      .flatMap((type) => texts.of(type)?.replaceAll('~1', '/') ?? []),
    corsPlace: entryOf(properties, 'Cors')?.keyPlace ?? null,
    faults: [],
    unknowns: texts.unknowns,
    assumes: texts.assumes,
  };
  return { ...api, faults: restFaults(template, source, api) };
}

const set = (value: Value | null) => (isSet(value) ? value : null);
const isTrue = (value: Value | null) => value?.kind === 'scalar' && value.value === true;
