import type { FixKind } from './api-view.ts';
import { isDevelopment } from './development.ts';

/** Stands for a production origin that nobody has named yet. Nobody can have it: the name is reserved (RFC 2606). */
export const unnamedOrigin = 'https://app.example';

/** The origins of one stage of a deployment. */
export interface Stage {
  /** A value of the template's Parameter. */
  readonly name: string;
  readonly origins: readonly string[];
}

/** The stages of a template, at least two; the last is the one without a word of the deployment's, which production should be. */
export type Stages = readonly [Stage, Stage, ...Stage[]];

/**
 * The origins by stage as told; an origin that no stage names is of all. Without a word of the user's, those of development are of
 * a stage `dev`, and the others of `prod` and of `dev` too. Null where one stage would do.
 */
export function stagesOf(
  kind: FixKind,
  origins: readonly string[],
  told: readonly Stage[] = [],
): Stages | null {
  if (told.length > 0) return toldStages(origins, told);
  const local = origins.filter(isDevelopment);
  if (local.length === 0) return null;
  const named = origins.filter((origin) => !isDevelopment(origin));
  const prod = named.length > 0 ? named : [unnamedOrigin];
  // A REST API's Cors holds one origin for each stage: with one of each, development needs no second.
  const alone = kind === 'rest' && local.length === 1 && prod.length === 1;
  return [
    { name: 'dev', origins: alone ? local : [...local, ...prod] },
    { name: 'prod', origins: prod },
  ];
}

/** What CloudFormation's `Fn::Or` takes. */
const mostStages = 10;

function toldStages(origins: readonly string[], told: readonly Stage[]): Stages | null {
  const placed = new Set(told.flatMap((stage) => stage.origins));
  const stages = new Map<string, Stage>();
  for (const stage of told.slice(0, mostStages)) {
    const name = stage.name.replace(/[^A-Za-z0-9]/g, '').slice(0, 32);
    const known = stages.get(name)?.origins ?? [];
    const own = origins.filter(
      (origin) => known.includes(origin) || stage.origins.includes(origin) || !placed.has(origin),
    );
    // A stage in which nobody is let in would leave an empty list, of which it is not known what AWS makes.
    if (name !== '') stages.set(name, { name, origins: own.length > 0 ? own : [unnamedOrigin] });
  }
  const [first, second, ...others] = stages.values();
  return first === undefined || second === undefined ? null : [first, second, ...others];
}

/** An origin, and the stages that have it; the name of the condition that holds in these, null where all have it. */
export interface StagedOrigin {
  readonly origin: string;
  readonly stages: readonly string[];
  readonly condition: string | null;
}

/** All origins of the stages, those of every stage first. */
export function stagedOrigins(stages: Stages): readonly StagedOrigin[] {
  const origins = [...new Set(stages.flatMap((stage) => stage.origins))].map((origin): StagedOrigin => {
    const having = stages.filter((stage) => stage.origins.includes(origin)).map(({ name }) => name);
    const condition = having.length === stages.length ? null : `CorsIn${having.map(capital).join('Or')}`;
    return { origin, stages: having, condition };
  });
  return [
    ...origins.filter(({ condition }) => condition === null),
    ...origins.filter(({ condition }) => condition !== null),
  ];
}

const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** Whether SAM's `Cors` of a REST API can hold them: it sends one fixed origin. */
export function isOneEach(stages: Stages): boolean {
  return stages.every(({ origins }) => origins.length === 1);
}
