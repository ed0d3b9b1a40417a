import type { ApiIdentity } from '../../gateway/index.ts';
import { parseTemplate, type TemplateFault } from '../../template/index.ts';
import type { LoadedApi, LoadedTemplate } from './loaded.ts';

export type TemplateLoad =
  | { readonly ok: true; readonly loaded: LoadedTemplate }
  | { readonly ok: false; readonly fault: TemplateFault };

/** Reads the text of a template and the APIs that it makes. */
export function loadTemplate(text: string, name: string): TemplateLoad {
  const read = parseTemplate(text);
  if (!read.ok) return read;
  return { ok: true, loaded: { name, template: read.template, apis: [] } };
}

/** The API of the template to which an exchange with this URL belongs, where one fits. */
export function loadedApiOf(_loaded: LoadedTemplate, _identity: ApiIdentity, _url: string): LoadedApi | null {
  return null;
}
