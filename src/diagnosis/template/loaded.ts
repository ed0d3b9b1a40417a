import type { TemplateApi } from '../../gateway/index.ts';
import type { Template } from '../../template/index.ts';

/** The SAM template that the user loaded beside the capture. */
export interface LoadedTemplate {
  /** The file's name; a stranger's. */
  readonly name: string;
  readonly template: Template;
  readonly apis: readonly LoadedApi[];
}

/**
 * One API of the loaded template, to which a captured exchange was found to belong. One object per API, shared by its
 * exchanges; what depends on the exchange (`locate`, `predict`) is asked when a rule needs it.
 */
export interface LoadedApi {
  readonly name: string;
  readonly template: Template;
  readonly api: TemplateApi;
}
