import { itemsOf, type Value, valueAt } from '../../template/index.ts';
import type { Policy } from '../policy.ts';
import { isSet } from './rest-cors.ts';
import type { Texts } from './texts.ts';

/**
 * The policy that an HTTP API's or a function URL's configuration comes to; null where nothing is configured. Keys may
 * begin in upper case (CloudFormation) or lower case (OpenAPI).
 */
export function policyOf(cors: Value | null, texts: Texts): Policy | null {
  const chosen = texts.chosen(cors);
  if (!isSet(chosen)) return null;
  if (chosen.kind === 'intrinsic')
    return unknownPolicy(texts.of(chosen) ?? texts.unknown(`\${CorsConfiguration}`));
  if (chosen.kind !== 'map') return null;
  const at = (key: string) => texts.chosen(valueAt(chosen, key) ?? valueAt(chosen, lowerFirst(key)));
  const list = (key: string) => listOf(at(key), texts);
  const headers = (key: string) =>
    list(key).map((name) => (texts.unknowns.includes(name) ? name : name.toLowerCase()));
  return {
    origins: distinct(list('AllowOrigins')),
    methods: distinct(list('AllowMethods')),
    headers: distinct(headers('AllowHeaders')),
    exposeHeaders: distinct(headers('ExposeHeaders')),
    credentials: texts.of(at('AllowCredentials')) === 'true',
    maxAge: seconds(texts.of(at('MaxAge'))),
  };
}

/** `AllowOrigins` as OpenAPI documents write it: `allowOrigins`. */
export const lowerFirst = (key: string): string => `${key.charAt(0).toLowerCase()}${key.slice(1)}`;

const distinct = (values: readonly string[]) => [...new Set(values)];

function listOf(value: Value | null, texts: Texts): readonly string[] {
  const items = value?.kind === 'list' ? itemsOf(value) : value === null ? [] : [value];
  return items.flatMap((item) => texts.of(item) ?? []);
}

function seconds(text: string | null): number | null {
  const value = text === null || text.trim() === '' ? Number.NaN : Number(text);
  return Number.isFinite(value) ? value : null;
}

const unknownPolicy = (text: string): Policy => ({
  origins: [text],
  methods: [text],
  headers: [text],
  exposeHeaders: [],
  credentials: false,
  maxAge: null,
});
