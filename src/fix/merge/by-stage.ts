import type { Policy, TemplateApi } from '../../gateway/index.ts';
import { resolve, type Template, type Value, withParameter } from '../../template/index.ts';
import { isStage, stagedItem, stageParameter } from '../stage-functions.ts';
import { isOneEach, type Stages, stagedOrigins, unnamedOrigin } from '../stages.ts';
import type { Change } from './change.ts';
import type { OriginWishes } from './cors-wishes.ts';
import { byHandler } from './preflight-events.ts';
import { isUnknown, knownText } from './texts.ts';
import { type Data, type MapWish, mapWish, type Wish } from './wish.ts';

/** Origins that a Parameter of the template chooses by stage. */
export interface Staging {
  readonly parameter: string;
  readonly stages: Stages;
  /** `unnamedOrigin` stands for an origin of production that the policy does not name. */
  readonly unnamed: boolean;
}

/** Null where one list does for all stages, or where the template has no word in it: OPTIONS goes to a handler, with its own list. */
export function stagingOf(
  template: Template,
  api: TemplateApi,
  { policy, stages = null }: Change,
): Staging | null {
  if (stages === null) return null;
  const ledToHandler = api.kind === 'rest' && (!isOneEach(stages) || byHandler(api, noPolicy) !== null);
  if (ledToHandler) return null;
  const unnamed =
    !policy.origins.includes(unnamedOrigin) && stages.some(({ origins }) => origins.includes(unnamedOrigin));
  return { parameter: parameterFor(template, stages), stages, unnamed };
}

const noPolicy: Pick<Policy, 'origins'> = { origins: [] };

/** One that the template has for these stages already, else a name that is free. */
function parameterFor({ parameters }: Template, stages: Stages): string {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? 'CorsStage' : `CorsStage${number}`;
    const known = parameters.get(name);
    if (known === undefined || stages.every((stage) => known.allowed.includes(stage.name))) return name;
  }
}

/** The policy as the settings hold it: a REST API's one origin is that of the last stage, a list has those of all. */
export function stagedPolicy({ kind }: TemplateApi, policy: Policy, { stages }: Staging): Policy {
  const origins =
    kind === 'rest' ? (stages.at(-1)?.origins ?? []) : stagedOrigins(stages).map(({ origin }) => origin);
  return { ...policy, origins };
}

/** The policy of each stage, with the template as a deployment of that stage sees it. */
export function eachStage(
  template: Template,
  policy: Policy,
  { parameter, stages }: Staging,
): readonly { readonly template: Template; readonly policy: Policy }[] {
  return stages.map(({ name, origins }) => ({
    template: withParameter(template, parameter, name),
    policy: { ...policy, origins },
  }));
}

/** Origins as functions of the stage, and the sections of the template that these refer to. */
export function stagedWishes(template: Template, { kind }: TemplateApi, staging: Staging): OriginWishes {
  const { parameter, stages } = staging;
  const seenBy = stages.map((stage) => ({
    stage,
    template: withParameter(template, parameter, stage.name),
  }));
  const all = new Map(stagedOrigins(stages).map((one) => [one.origin, one]));
  const saysItem = (item: Value, wanted: string) =>
    seenBy.every(({ stage, template: seen }) => {
      const { known } = resolve(seen, item);
      return stage.origins.includes(wanted) ? knownText(seen, item) === wanted : known === 'absent';
    });
  return {
    list: {
      kind: 'list',
      required: [...all.keys()],
      data: (origin) => stagedItem(all.get(origin) ?? { origin, stages: [], condition: null }),
      says: saysItem,
      keeps: (item) => isUnknown(template, item) || [...all.keys()].some((wanted) => saysItem(item, wanted)),
    },
    fixed: {
      kind: 'scalar',
      data: () => ({ 'Fn::FindInMap': [mapping, { Ref: parameter }, quotedKey] }),
      says: (value) =>
        seenBy.every(({ stage, template: seen }) => knownText(seen, value) === `'${stage.origins[0] ?? ''}'`),
    },
    sections: mapWish([
      ['Parameters', mapWish([[parameter, present(stageParameter(stages))]])],
      kind === 'rest' ? ['Mappings', mappingWish(stages)] : ['Conditions', conditionsWish(staging)],
    ]),
  };
}

const mapping = 'CorsOrigins';
const quotedKey = 'Quoted';

const present = (data: Data): Wish => ({ kind: 'scalar', data: () => data, says: () => true });

function mappingWish(stages: Stages): MapWish {
  const entries = stages.map(({ name, origins: [origin = ''] }) => {
    const text = `'${origin}'`;
    const wish: Wish = {
      kind: 'scalar',
      data: () => text,
      says: (value) => value.kind === 'scalar' && value.value === text,
    };
    return [name, mapWish([[quotedKey, wish]])] as const;
  });
  return mapWish([[mapping, mapWish(entries)]]);
}

const conditionsWish = ({ stages, parameter }: Staging): MapWish =>
  mapWish(
    stagedOrigins(stages).flatMap(({ condition, stages: having }) =>
      condition === null ? [] : [[condition, present(isStage(having, parameter))] as const],
    ),
  );
