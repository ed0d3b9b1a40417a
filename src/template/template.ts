import type { TemplateWarning } from './fault.ts';
import type { Place } from './place.ts';
import type { MapValue, Value } from './value.ts';

/** A SAM or CloudFormation template. Nothing in it is checked beyond its outline. */
export interface Template {
  /** The text as given: edits are splices of it. */
  readonly text: string;
  readonly root: MapValue;
  /** `Transform` names SAM. */
  readonly isSam: boolean;
  /** By logical id, in the text's order. */
  readonly resources: ReadonlyMap<string, Resource>;
  readonly parameters: ReadonlyMap<string, Parameter>;
  /** `Globals`' sections, such as `Api` and `HttpApi`. */
  readonly globals: MapValue | null;
  readonly warnings: readonly TemplateWarning[];
}

export interface Resource {
  readonly logicalId: string;
  /** `AWS::Serverless::Api`, … */
  readonly type: string;
  readonly properties: MapValue | null;
  /** The condition on which it exists. */
  readonly condition: string | null;
  /** Its logical id's place. */
  readonly place: Place;
  readonly value: MapValue;
}

export interface Parameter {
  readonly name: string;
  readonly place: Place;
  /** `String`, `CommaDelimitedList`, …; null where it is not said. */
  readonly type: string | null;
  /** What a deployment takes that does not say otherwise; null where it must say. */
  readonly byDefault: Value | null;
  /** `AllowedValues` as text; empty where any value is. */
  readonly allowed: readonly string[];
}
