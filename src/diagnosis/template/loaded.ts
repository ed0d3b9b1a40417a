import type { TemplateApi } from '../../gateway/index.ts';
import type { Template } from '../../template/index.ts';

/** The SAM template that the user loaded beside the capture. */
export interface LoadedTemplate {
  /** The file's name; a stranger's. */
  readonly name: string;
  readonly template: Template;
  readonly apis: readonly TemplateApi[];
}

/** The API of the loaded template to which a captured exchange belongs, and where in it. What else rules ask, they ask when needed. */
export interface LoadedApi {
  readonly name: string;
  readonly template: Template;
  readonly api: TemplateApi;
  /** The same with only the routes that may take this path: all that routing asks. */
  readonly near: TemplateApi;
  /** Stage or base path before the API's own paths in the captured URL, without slashes; empty for none. */
  readonly prefix: string;
  /** The path below it. */
  readonly path: string;
}
