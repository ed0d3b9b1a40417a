import { type Policy, readApis, type TemplateApi } from '../../gateway/index.ts';
import { parseTemplate, type Template } from '../../template/index.ts';
import type { Change, Merged } from './change.ts';
import { mergeChange } from './merge-change.ts';

export const policy: Policy = {
  origins: ['https://app.example'],
  methods: ['GET', 'POST'],
  headers: ['content-type'],
  exposeHeaders: [],
  credentials: false,
  maxAge: null,
};

export const changeOf = (more: Partial<Policy> = {}, rest: Partial<Change> = {}): Change => ({
  policy: { ...policy, ...more },
  openAuthorizer: true,
  openApiKey: true,
  errorHeaders: false,
  explicitRoutes: false,
  ...rest,
});

/** The template of a text that must be readable. */
export function templateOf(text: string): Template {
  const read = parseTemplate(text);
  if (!read.ok) throw new Error(`${read.fault.reason} at line ${read.fault.place.line}: ${text}`);
  return read.template;
}

/** The API of that logical id; the only one where none is given. */
export function apiOf(template: Template, id?: string): TemplateApi {
  const apis = readApis(template);
  const found = id === undefined ? apis[0] : apis.find(({ logicalId }) => logicalId === id);
  if (found === undefined) throw new Error(`no API ${id ?? ''}`);
  return found;
}

export function merge(text: string, change: Change = changeOf(), id?: string): Merged {
  const template = templateOf(text);
  return mergeChange(template, apiOf(template, id), change);
}

/** The text after a merge that must be possible. */
export function merged(text: string, change: Change = changeOf(), id?: string): string {
  const done = merge(text, change, id);
  if (!done.ok) throw new Error(`${done.reason}: ${done.nearest}`);
  return done.text;
}
