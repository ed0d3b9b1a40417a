import { globalsOf, type Place, type Template, textOf, toJson, type Value } from '../../../template/index.ts';
import type { SettingFault, SettingFaultReason } from '../setting-fault.ts';

/** The settings of one API, and how to say where one of them stands. */
export interface Settings {
  readonly template: Template;
  /** The resource's type, by which `Globals` holds. */
  readonly type: string;
  /** Null for an implicit API, which only `Globals` sets. */
  readonly resourceId: string | null;
  /** With `Globals` merged in. */
  readonly properties: Value | null;
}

/** The path of a setting from the template's root, in `Globals` or in the resource, wherever the place is. */
export function pathOf(
  { template, type, resourceId }: Settings,
  place: Place,
  keys: readonly string[],
): string {
  const globals = globalsOf(template, type);
  const section = type.split('::').at(-1) ?? type;
  const isGlobal =
    resourceId === null ||
    (globals !== null && place.start >= globals.place.start && place.start < globals.place.end);
  const before = isGlobal ? ['Globals', section] : ['Resources', resourceId, 'Properties'];
  return [...before, ...keys].join('.');
}

/** A fault of a value, or of a key where that is given as `place`. */
export function fault(
  settings: Settings,
  reason: SettingFaultReason,
  effect: SettingFault['effect'],
  at: { readonly place: Place; readonly keys: readonly string[]; readonly value: Value | string },
  mended: string | null = null,
): SettingFault {
  const { place, keys, value } = at;
  const text = typeof value === 'string' ? value : readable(settings.template, value);
  return { reason, place, setting: pathOf(settings, place, keys), value: text, effect, mended };
}

/** A value as a text to show; a list or a map as JSON. */
const readable = (template: Template, value: Value): string =>
  textOf(template, value)?.text ?? JSON.stringify(toJson(value));
