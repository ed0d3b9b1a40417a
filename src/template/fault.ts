import type { Place } from './place.ts';

/** Why a text cannot be read as a template at all. */
export type TemplateFaultReason =
  /** `detail` is the parser's own sentence. */
  | 'not-yaml'
  | 'tab-indent'
  /** `detail` is the key; the place is its second one's. */
  | 'duplicate-key'
  | 'several-documents'
  /** The root is no map, or holds no `Resources` map. */
  | 'no-resources'
  /** `detail` is the number of characters. */
  | 'too-large'
  /** The place is the first value that is too deep. */
  | 'too-deep'
  /** Aliases multiply the values beyond the limit; the place is the value or the alias at which it was passed. */
  | 'too-many-values';

export interface TemplateFault {
  readonly reason: TemplateFaultReason;
  readonly place: Place;
  readonly detail: string;
}

/** What is read, but is odd enough to be told. */
export type TemplateWarningReason =
  /** Nothing of SAM at all: only CloudFormation's own resource types could be read. */
  | 'not-sam'
  /** `AWS::Serverless::…` resources without SAM's `Transform`: CloudFormation refuses them. `detail` is the first one's logical id. */
  | 'transform-missing'
  /** `detail` is the tag, such as `!Foo`; its value is unknown. */
  | 'unknown-tag'
  /** CloudFormation itself refuses aliases; SAM's command line resolves them. `detail` is the anchor's name. */
  | 'alias'
  | 'merge-key'
  /** `Fn::Transform` or `Fn::ForEach::…`: what it makes is unknown. `detail` is its name. */
  | 'macro'
  /** A resource that is no map or has no `Type`; `detail` is its logical id. */
  | 'odd-resource';

export interface TemplateWarning {
  readonly reason: TemplateWarningReason;
  readonly place: Place;
  readonly detail: string;
}

/** Carries a fault out of nested reading; thrown and caught within this room. */
export class Unreadable extends Error {
  constructor(readonly fault: TemplateFault) {
    super(fault.reason);
  }
}
