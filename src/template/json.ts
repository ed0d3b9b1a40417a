import type { Value } from './value.ts';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** The value without places, intrinsic functions in their long form: what CloudFormation gets to read. */
export function toJson(value: Value): Json {
  switch (value.kind) {
    case 'scalar':
      return value.value;
    case 'list':
      return value.items.map(toJson);
    case 'map':
      return Object.fromEntries(value.entries.map((entry) => [entry.key, toJson(entry.value)]));
    case 'intrinsic':
      return { [value.name]: toJson(value.argument) };
  }
}
