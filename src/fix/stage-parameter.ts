import type { Policy } from '../gateway/index.ts';
import type { FixKind } from './api-view.ts';
import type { Circumstances } from './circumstances.ts';
import { isDevelopment } from './development.ts';
import type { Fix } from './fix.ts';
import { listCors } from './list-cors.ts';
import { planRest } from './plan.ts';
import { quoted, restCors } from './rest-cors.ts';
import { apiSettings } from './rest-snippets.ts';
import { urlPlan } from './url-plan.ts';
import { authType } from './url-snippets.ts';
import { toYaml, type Yaml } from './yaml.ts';

/** Stands for a production origin that no capture names. Nobody can have it: the name is reserved (RFC 2606). */
export const unnamedOrigin = 'https://app.example';

interface Stages {
  readonly dev: readonly string[];
  readonly prod: readonly string[];
}

type YamlMap = { readonly [key: string]: Yaml };

/** The origins of each stage, where one of development is among them; null where none is, or where a stage would hold too many. */
export function stagesOf(kind: FixKind, origins: readonly string[]): Stages | null {
  const named = origins.filter((origin) => !isDevelopment(origin));
  const prod = named.length > 0 ? named : [unnamedOrigin];
  const local = origins.filter(isDevelopment);
  if (local.length === 0) return null;
  if (kind !== 'rest') return { dev: [...local, ...named], prod };
  // A REST API's Cors holds one origin for each stage.
  return local.length === 1 && prod.length === 1 ? { dev: local, prod } : null;
}

/**
 * The same policy with the origins of each stage chosen by a template Parameter: its default is production, so that an
 * origin of development is allowed only where the deployment asks for it.
 */
export function stageSnippets(kind: FixKind, policy: Policy, circumstances: Circumstances): readonly Fix[] {
  const plan = planRest(policy, circumstances);
  const said = kind === 'rest' ? plan.policy : kind === 'function-url' ? urlPlan(policy).policy : policy;
  const stages = stagesOf(kind, said.origins);
  if (stages === null) return [];
  return [
    {
      kind: 'sam',
      target: 'stage-parameter',
      title: 'Instead: a Parameter per stage, so that no origin of development reaches production',
      language: 'yaml',
      text: toYaml({
        Parameters: {
          CorsStage: { Type: 'String', AllowedValues: ['dev', 'prod'], Default: 'prod' },
        },
        ...(kind === 'rest' ? restStages(said, stages, circumstances) : listStages(kind, said, stages)),
      }),
    },
  ];
}

/** One origin for each stage, from a mapping. Each stage has one, so the gateway's own errors can name it. */
function restStages(policy: Policy, { dev, prod }: Stages, circumstances: Circumstances): YamlMap {
  const entry = ([origin = '']: readonly string[]) => ({ Origin: origin, Quoted: quoted(origin) });
  const ofStage = (key: string): Yaml => ({ 'Fn::FindInMap': ['CorsOrigins', { Ref: 'CorsStage' }, key] });
  const plan = planRest({ ...policy, origins: policy.origins.slice(0, 1) }, circumstances);
  const origin = ofStage('Quoted');
  return {
    Mappings: { CorsOrigins: { dev: entry(dev), prod: entry(prod) } },
    Globals: {
      Api: { Cors: restCors(policy, origin), ...apiSettings(plan, origin) },
      Function: { Environment: { Variables: { CORS_ORIGIN: ofStage('Origin') } } },
    },
  };
}

/**
 * A list in which development's origins stand under a condition. The list itself is no function: SAM takes one in the
 * place of `AllowOrigins` for the whole configuration, and drops the rest.
 */
function listStages(kind: 'http' | 'function-url', policy: Policy, { dev, prod }: Stages): YamlMap {
  const conditional = dev
    .filter((origin) => !prod.includes(origin))
    .map((origin): Yaml => ({ 'Fn::If': ['CorsInDevelopment', origin, { Ref: 'AWS::NoValue' }] }));
  const cors = listCors(policy, [...prod, ...conditional]);
  const url = { AuthType: authType(policy.headers), Cors: cors };
  return {
    Conditions: { CorsInDevelopment: { 'Fn::Equals': [{ Ref: 'CorsStage' }, 'dev'] } },
    ...(kind === 'http'
      ? { Globals: { HttpApi: { CorsConfiguration: cors } } }
      : {
          Resources: {
            MyFunction: { Type: 'AWS::Serverless::Function', Properties: { FunctionUrlConfig: url } },
          },
        }),
  };
}
