import type { Place } from '../../template/index.ts';
import type { ResponseMapping } from '../model.ts';
import type { TemplateCondition, TemplateRoute } from './template-api.ts';

/** The key by which OpenAPI documents for API Gateway say `ANY`. */
export const anyMethod = 'x-amazon-apigateway-any-method';

/** One path of an API's OpenAPI document. Several branches where it stands in an `Fn::If`. */
export interface PathItem {
  readonly path: string;
  readonly branches: readonly PathBranch[];
}

export interface PathBranch {
  readonly condition: TemplateCondition | null;
  /** Every key of the path item as written: SAM makes its default methods of all of them. */
  readonly keys: readonly string[];
  readonly operations: readonly Operation[];
}

export interface Operation {
  /** As written: `get`, or the key for `ANY`. */
  readonly key: string;
  readonly condition: TemplateCondition | null;
  /** Each item is one security requirement by the names of its schemes. */
  readonly security: readonly (readonly string[])[];
  /** SAM sets its defaults only on operations with an integration. */
  readonly integrated: boolean;
  readonly integration: TemplateRoute['integration'];
  readonly mapping: ResponseMapping | null;
  readonly functionId: string | null;
  readonly payloadFormat: '1.0' | '2.0';
  readonly place: Place;
}

/** `GET` of `get`; `ANY` of its key. */
export const methodOf = (key: string): string =>
  key === anyMethod || key.toLowerCase() === 'any' ? 'ANY' : key.toUpperCase();

const methods = new Set(['get', 'put', 'post', 'delete', 'options', 'head', 'patch', anyMethod, 'any']);

/** Whether a path item's key is a method; the others (`parameters`, `summary`, and by OpenAPI `GET`) are not. */
export const isMethodKey = (key: string): boolean => methods.has(key);
