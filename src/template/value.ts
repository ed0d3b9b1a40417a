import type { Place } from './place.ts';

/** A value of the template with its place. Intrinsic functions are told from maps in the short form and in the long one. */
export type Value = MapValue | ListValue | ScalarValue | IntrinsicValue;

export interface MapValue {
  readonly kind: 'map';
  /** In the text's order; those that a merge key brings come last, with the places of their anchor. */
  readonly entries: readonly Entry[];
  readonly place: Place;
}

export interface Entry {
  readonly key: string;
  readonly keyPlace: Place;
  readonly value: Value;
}

export interface ListValue {
  readonly kind: 'list';
  readonly items: readonly Value[];
  readonly place: Place;
}

export interface ScalarValue {
  readonly kind: 'scalar';
  /** As YAML 1.1 reads it, which is what SAM reads by: `yes` is a boolean, `600` a number. Dates stay text. */
  readonly value: string | number | boolean | null;
  readonly place: Place;
}

export interface IntrinsicValue {
  readonly kind: 'intrinsic';
  /** The long form's name: `Ref`, `Condition`, `Fn::Sub`, `Fn::GetAtt`, …; an unknown tag keeps its own, such as `!Foo`. */
  readonly name: string;
  readonly argument: Value;
  /** Of the short form: from the tag on; `argument.place` is without it. Of the long form: the whole map. */
  readonly place: Place;
}

/** The entry of that key; null where the value is no map or lacks it. */
export function entryOf(value: Value | null, key: string): Entry | null {
  if (value?.kind !== 'map') return null;
  return value.entries.find((entry) => entry.key === key) ?? null;
}

/** The value below a path of keys; null where there is none. */
export function valueAt(value: Value | null, ...keys: readonly string[]): Value | null {
  let at = value;
  for (const key of keys) at = entryOf(at, key)?.value ?? null;
  return at;
}

/** The text of a string scalar; null for everything else. */
export function stringOf(value: Value | null): string | null {
  return value?.kind === 'scalar' && typeof value.value === 'string' ? value.value : null;
}

/** Items of a list; none for everything else. */
export function itemsOf(value: Value | null): readonly Value[] {
  return value?.kind === 'list' ? value.items : [];
}

/** Entries of a map; none for everything else. */
export function entriesOf(value: Value | null): readonly Entry[] {
  return value?.kind === 'map' ? value.entries : [];
}
