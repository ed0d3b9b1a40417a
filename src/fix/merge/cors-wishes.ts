import type { Policy } from '../../gateway/index.ts';
import { stringOf, type Template, type Value } from '../../template/index.ts';
import { isTrue, isUnknown, knownText, likeKey, quotedText } from './texts.ts';
import { gone, type ListWish, type MapWish, mapWish, type ScalarWish, type Wish } from './wish.ts';

const exact = (a: string, b: string) => a === b;
const ignoringCase = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

type Same = typeof exact;

/** How the origins of a policy are written. */
export interface OriginWishes {
  /** The list of an HTTP API or a function URL. */
  readonly list: ListWish;
  /** The one origin of a REST API, in single quotes. */
  readonly fixed: ScalarWish;
  /** Sections beside the resources that these refer to. */
  readonly sections: MapWish;
}

/** As they are, in every deployment. */
export const plainOrigins = (template: Template, { origins }: Policy): OriginWishes => ({
  list: listOf(template, origins, exact),
  fixed: quoted(template, origins[0] ?? ''),
  sections: mapWish([]),
});

/** `CorsConfiguration` of an HTTP API, `Cors` of a function URL. `lower`: with the keys of an OpenAPI document. */
export function listCors(template: Template, policy: Policy, origins: OriginWishes, lower = false): MapWish {
  const list = (wanted: readonly string[], same: Same): Wish => listOf(template, wanted, same);
  const { exposeHeaders, maxAge } = policy;
  const entries: readonly (readonly [string, Wish])[] = [
    ['AllowOrigins', origins.list],
    ['AllowMethods', list(policy.methods, exact)],
    ['AllowHeaders', list(policy.headers, ignoringCase)],
    ['ExposeHeaders', exposeHeaders.length === 0 ? untouchedList : list(exposeHeaders, ignoringCase)],
    ['AllowCredentials', credentials(template, policy.credentials)],
    ['MaxAge', maxAge === null ? anyNumber : number(template, maxAge)],
  ];
  return corsMap(lower ? entries.map(([key, wish]) => [lowerFirst(key), wish]) : entries);
}

const lowerFirst = (key: string) => key.charAt(0).toLowerCase() + key.slice(1);

/** The values of a REST API's preflight: one origin, and texts in single quotes. */
function restValues(template: Template, policy: Policy, { fixed }: OriginWishes) {
  const list = (wanted: readonly string[], same: Same): Wish =>
    wanted.length === 0 ? gone : joinedList(template, wanted, same);
  const { maxAge } = policy;
  return {
    origin: fixed,
    methods: list(policy.methods, exact),
    headers: list(policy.headers, ignoringCase),
    maxAge: maxAge === null ? untouched : quoted(template, String(maxAge)),
  };
}

/** `Cors` of a REST API. */
export function restCors(template: Template, policy: Policy, origins: OriginWishes): MapWish {
  const { origin, methods, headers, maxAge } = restValues(template, policy, origins);
  return corsMap([
    ['AllowOrigin', origin],
    ['AllowMethods', methods],
    ['AllowHeaders', headers],
    ['AllowCredentials', restCredentials(policy.credentials)],
    ['MaxAge', maxAge],
  ]);
}

/** The same as the headers of a mock. */
export function restHeaders(
  template: Template,
  policy: Policy,
  origins: OriginWishes,
): readonly (readonly [string, Wish])[] {
  const { origin, methods, headers, maxAge } = restValues(template, policy, origins);
  return [
    ['Access-Control-Allow-Origin', origin],
    ['Access-Control-Allow-Methods', methods],
    ['Access-Control-Allow-Headers', headers],
    ['Access-Control-Allow-Credentials', policy.credentials ? quoted(template, 'true') : gone],
    ['Access-Control-Max-Age', maxAge],
  ];
}

const corsMap = (entries: MapWish['entries']): MapWish => ({
  kind: 'map',
  entries,
  names: entries.map(([key]) => key),
  sameKey: likeKey,
  renames: true,
});

/** What a definition's own CORS says where the configuration over it is silent. */
export function definitionRest(policy: Policy): MapWish {
  const silent = [
    ...(policy.methods.length === 0 ? ['allowMethods'] : []),
    ...(policy.headers.length === 0 ? ['allowHeaders'] : []),
    ...(policy.credentials ? [] : ['allowCredentials']),
  ];
  return mapWish(silent.map((key) => [key, gone]));
}

/** A list by its items. What the template does not tell stays: a deployment may need it. */
function listOf(template: Template, required: readonly string[], same: Same): ListWish {
  const says = (item: Value, wanted: string) => {
    const text = knownText(template, item);
    return text !== null && same(text, wanted);
  };
  return {
    kind: 'list',
    required,
    says,
    keeps: (item) => isUnknown(template, item) || required.some((wanted) => says(item, wanted)),
  };
}

const untouchedList: ListWish = { kind: 'list', required: [], keeps: () => true, says: () => true };

const untouched: ScalarWish = { kind: 'scalar', data: () => '', says: () => true, absentToo: true };

/** As it is, but a number where a text holds one: a function URL takes no text. */
const anyNumber: ScalarWish = {
  kind: 'scalar',
  data: (before) => Number(before === null ? 0 : stringOf(before)),
  says: (value) => !/^\d+$/.test(stringOf(value) ?? ''),
  absentToo: true,
};

/** SAM heeds only the boolean of a REST API; absence says no. */
const restCredentials = (wanted: boolean): ScalarWish => ({
  kind: 'scalar',
  data: () => wanted,
  says: (value) => isTrue(value) === wanted,
  absentToo: !wanted,
});

/** CloudFormation takes the text `"true"` too, where SAM passes it on. */
const credentials = (template: Template, wanted: boolean): ScalarWish => ({
  ...restCredentials(wanted),
  says: (value) => (wanted ? isTrue(value) : ['false', ''].includes(knownText(template, value) ?? '?')),
});

const number = (template: Template, wanted: number): ScalarWish => ({
  kind: 'scalar',
  data: () => wanted,
  says: (value) => knownText(template, value) === String(wanted),
});

/** A text in the single quotes of a mapping expression. */
export const quoted = (template: Template, wanted: string): ScalarWish => ({
  kind: 'scalar',
  data: () => `'${wanted}'`,
  says: (value) => knownText(template, value) === `'${wanted}'`,
});

/** A set of texts joined by commas. What stays keeps its order, its case and its blanks. */
function joinedList(template: Template, wanted: readonly string[], same: Same): ScalarWish {
  const partsOf = (value: Value | null) => {
    const text = value === null ? null : knownText(template, value);
    return text === null
      ? null
      : { text, parts: (quotedText(text) ?? text).split(',').map((part) => part.trim()) };
  };
  return {
    kind: 'scalar',
    says: (value) => {
      const read = partsOf(value);
      return (
        read !== null &&
        quotedText(read.text) !== null &&
        read.parts.every((part) => wanted.some((one) => same(part, one))) &&
        wanted.every((one) => read.parts.some((part) => same(part, one)))
      );
    },
    data: (before) => {
      const read = partsOf(before);
      const kept = (read?.parts ?? []).filter((part) => wanted.some((one) => same(part, one)));
      const missing = wanted.filter((one) => !kept.some((part) => same(part, one)));
      const glue = read !== null && /,\s/.test(read.text) ? ', ' : ',';
      return `'${[...kept, ...missing].join(glue)}'`;
    },
  };
}
