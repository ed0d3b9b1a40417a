import type { Policy } from '../gateway/index.ts';
import type { FixKind } from './api-view.ts';
import type { Circumstances } from './circumstances.ts';
import type { Fix } from './fix.ts';
import { listCors } from './list-cors.ts';
import { planRest } from './plan.ts';
import { quoted, restCors } from './rest-cors.ts';
import { apiSettings } from './rest-snippets.ts';
import { isStage, stagedItem, stageParameter } from './stage-functions.ts';
import { isOneEach, type Stage, type Stages, stagedOrigins, stagesOf } from './stages.ts';
import { urlPlan } from './url-plan.ts';
import { authType } from './url-snippets.ts';
import { toYaml, type Yaml } from './yaml.ts';

const parameter = 'CorsStage';

type YamlMap = { readonly [key: string]: Yaml };

/** For what the snippet is written, besides the policy. */
interface Written {
  readonly kind: FixKind;
  readonly circumstances: Circumstances;
  /** The stages that the user named; without any, development and production. */
  readonly told?: readonly Stage[];
  /** On the resources, in place of `Globals`. */
  readonly onResource?: boolean;
}

/**
 * The same policy with the origins of each stage chosen by a template Parameter: its default is production, so that an
 * origin of development is allowed only where the deployment asks for it.
 */
export function stageSnippets(policy: Policy, written: Written): readonly Fix[] {
  const { kind, circumstances, told = [] } = written;
  const plan = planRest(policy, circumstances);
  const said = kind === 'rest' ? plan.policy : kind === 'function-url' ? urlPlan(policy).policy : policy;
  const stages = said.origins.length === 0 ? null : stagesOf(kind, said.origins, told);
  if (stages === null) return [];
  const aim = 'so that no origin of development reaches production';
  const forHandler = kind === 'rest' && !isOneEach(stages);
  return [
    {
      kind: 'sam',
      target: 'stage-parameter',
      title: forHandler
        ? `With the OPTIONS events: a Parameter per stage for the handler’s list, ${aim}`
        : `Instead: a Parameter per stage, ${aim}`,
      language: 'yaml',
      text: toYaml({
        Parameters: { [parameter]: stageParameter(stages) },
        ...(kind !== 'rest'
          ? listStages(kind, said, stages, written)
          : forHandler
            ? handlerStages(stages, written)
            : restStages(said, stages, written)),
      }),
    },
  ];
}

/** Properties of the API and of the function, where they are wanted. */
function placed({ onResource = false }: Written, api: YamlMap, environment: Yaml): YamlMap {
  const fn = { Environment: { Variables: environment } };
  const hasApi = Object.keys(api).length > 0;
  if (!onResource) return { Globals: { ...(hasApi && { Api: api }), Function: fn } };
  return {
    Resources: {
      ...(hasApi && {
        MyApi: { Type: 'AWS::Serverless::Api', Properties: { StageName: 'Prod', ...api } },
      }),
      MyFunction: { Type: 'AWS::Serverless::Function', Properties: fn },
    },
  };
}

const ofStage = (key: string): Yaml => ({ 'Fn::FindInMap': ['CorsOrigins', { Ref: parameter }, key] });

/** One origin for each stage, from a mapping. Each stage has one, so the gateway's own errors can name it. */
function restStages(policy: Policy, stages: Stages, written: Written): YamlMap {
  const entries = stages.map(({ name, origins: [origin = ''] }): [string, Yaml] => [
    name,
    { Origin: origin, Quoted: quoted(origin) },
  ]);
  const plan = planRest({ ...policy, origins: policy.origins.slice(0, 1) }, written.circumstances);
  const origin = ofStage('Quoted');
  const api = { Cors: restCors(policy, origin), ...apiSettings(plan, origin) };
  return {
    Mappings: { CorsOrigins: Object.fromEntries(entries) },
    ...placed(written, api, { CORS_ORIGIN: ofStage('Origin') }),
  };
}

/** Several origins in a stage: SAM's `Cors` sends one, so the handler, to which OPTIONS is led, reads its list. */
function handlerStages(stages: Stages, written: Written): YamlMap {
  const entries = stages.map(({ name, origins }): [string, Yaml] => [name, { Origins: origins.join(',') }]);
  return {
    Mappings: { CorsOrigins: Object.fromEntries(entries) },
    ...placed(written, {}, { CORS_ORIGINS: ofStage('Origins') }),
  };
}

/**
 * A list in which the origins that not every stage has stand under a condition. The list itself is no function, nor a
 * reference to a `CommaDelimitedList`: at an HTTP API SAM takes either for the whole configuration and drops the rest, or
 * writes its default as one text.
 */
function listStages(
  kind: 'http' | 'function-url',
  policy: Policy,
  stages: Stages,
  { onResource = false }: Written,
): YamlMap {
  const all = stagedOrigins(stages);
  const conditions = new Map(
    all.flatMap(({ condition, stages: having }): readonly (readonly [string, Yaml])[] =>
      condition === null ? [] : [[condition, isStage(having, parameter)]],
    ),
  );
  const cors = listCors(policy, all.map(stagedItem));
  const url = { FunctionUrlConfig: { AuthType: authType(policy.headers), Cors: cors } };
  return {
    ...(conditions.size > 0 && { Conditions: Object.fromEntries(conditions) }),
    ...(kind === 'function-url'
      ? { Resources: { MyFunction: { Type: 'AWS::Serverless::Function', Properties: url } } }
      : onResource
        ? {
            Resources: {
              MyHttpApi: { Type: 'AWS::Serverless::HttpApi', Properties: { CorsConfiguration: cors } },
            },
          }
        : { Globals: { HttpApi: { CorsConfiguration: cors } } }),
  };
}
