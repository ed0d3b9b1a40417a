import { type HeaderLines, headerValue } from '../../cors/index.ts';
import type { Place, Value } from '../../template/index.ts';
import { entriesOf } from '../../template/index.ts';
import type { Subject } from '../rule.ts';
import type { LoadedApi } from './loaded.ts';
import { takersOf } from './takers.ts';

/** The lists that a preflight asks. */
export type ListName = 'origin' | 'methods' | 'headers';

/** One list as the template sets it. */
export interface SetList {
  /** Null where the template sends none. */
  readonly items: readonly string[] | null;
  readonly place: Place;
  /** `AllowOrigins`, or SAM's name for it at a REST API. */
  readonly setting: string;
}

const headerNames = {
  origin: 'access-control-allow-origin',
  methods: 'access-control-allow-methods',
  headers: 'access-control-allow-headers',
} as const;
const restSettings = { origin: 'AllowOrigin', methods: 'AllowMethods', headers: 'AllowHeaders' } as const;
const listSettings = { origin: 'AllowOrigins', methods: 'AllowMethods', headers: 'AllowHeaders' } as const;

/** What the template lets through at this exchange's path, list by list; null where nothing there answers preflights by itself. */
export function setLists(subject: Subject): Readonly<Record<ListName, SetList>> | null {
  const { template: loaded } = subject;
  if (loaded === null) return null;
  const make = (of: (name: ListName) => SetList) => ({
    origin: of('origin'),
    methods: of('methods'),
    headers: of('headers'),
  });
  const { api } = loaded;
  if (api.policy !== null) {
    const { origins, methods, headers } = api.policy;
    const items = { origin: origins, methods, headers };
    return make((name) => ({
      items: items[name],
      place: placeOf(api.corsValue, listSettings[name]) ?? api.corsPlace ?? api.place,
      setting: listSettings[name],
    }));
  }
  const { options } = takersOf(subject);
  if (options?.kind !== 'preflight') return null;
  const { headers } = options.preflight;
  const lines: HeaderLines = headers.map(({ name, sent }) => [name, sent]);
  return make((name) => {
    const sent = headerValue(lines, headerNames[name]);
    const value = headers.find((header) => header.name.toLowerCase() === headerNames[name])?.value;
    return {
      items: sent === null ? null : name === 'origin' ? [sent] : sent.split(',').map((item) => item.trim()),
      place: value === undefined || typeof value === 'string' ? corsPlace(loaded) : value.place,
      setting: restSettings[name],
    };
  });
}

const corsPlace = ({ api }: LoadedApi): Place => api.corsPlace ?? api.place;

/** An OpenAPI definition writes the names with a small letter. */
const placeOf = (map: Value | null, key: string): Place | null =>
  entriesOf(map).find((entry) => entry.key.toLowerCase() === key.toLowerCase())?.value.place ?? null;
