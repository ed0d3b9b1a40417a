/**
 * The SAM document with places. In: the text of a template, YAML or JSON. Out: its resources, parameters and globals as
 * values that know their line, column and offsets, or the one fault that makes it unreadable. Intrinsic functions are
 * resolved as far as the template itself tells; what it does not tell says so.
 */
export { describeTemplateFault, describeTemplateWarning } from './describe-fault.ts';
export type { TemplateFault, TemplateFaultReason, TemplateWarning, TemplateWarningReason } from './fault.ts';
export { globalsOf, implicitProperties, propertiesOf } from './globals.ts';
export { type Json, toJson } from './json.ts';
export { withParameter } from './parameters.ts';
export { parseTemplate, type TemplateRead } from './parse-template.ts';
export type { Place } from './place.ts';
export { conditionOf, resolve, textOf } from './resolve.ts';
export type { Resolved } from './resolved.ts';
export type { Parameter, Resource, Template } from './template.ts';
export {
  type Entry,
  entriesOf,
  entryOf,
  type IntrinsicValue,
  itemsOf,
  type ListValue,
  type MapValue,
  type ScalarValue,
  stringOf,
  type Value,
  valueAt,
} from './value.ts';
