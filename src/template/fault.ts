import type { Place } from './place.ts';

/** Why a text cannot be read as a template at all. */
export type TemplateFaultReason =
  /** `detail` is the parser's own sentence. */
  | 'not-yaml'
  | 'tab-indent'
  /** `detail` is the key. */
  | 'duplicate-key'
  | 'several-documents'
  /** The root is no map, or holds no `Resources` map. */
  | 'no-resources'
  | 'too-large'
  | 'too-deep'
  /** Aliases multiply the values beyond the limit. */
  | 'too-many-values';

export interface TemplateFault {
  readonly reason: TemplateFaultReason;
  readonly place: Place;
  readonly detail: string;
}

/** What is read, but is odd enough to be told. */
export type TemplateWarningReason =
  /** No SAM transform: SAM's resource types mean nothing, only CloudFormation's own are read. */
  | 'not-sam'
  /** `detail` is the tag, such as `!Foo`; its value is unknown. */
  | 'unknown-tag'
  /** CloudFormation itself refuses aliases; SAM's command line resolves them. */
  | 'alias'
  | 'merge-key'
  /** A resource that is no map or has no `Type`; `detail` is its logical id. */
  | 'odd-resource';

export interface TemplateWarning {
  readonly reason: TemplateWarningReason;
  readonly place: Place;
  readonly detail: string;
}
