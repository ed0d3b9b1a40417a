import fc from 'fast-check';
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
export function apiOf(template: Template, id?: string, kind?: TemplateApi['kind']): TemplateApi {
  const apis = readApis(template);
  const found =
    id === undefined ? apis[0] : apis.find((api) => api.logicalId === id && (kind ?? api.kind) === api.kind);
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

/** Policies as captures make them. */
export const randomPolicy: fc.Arbitrary<Policy> = fc.record({
  origins: fc.uniqueArray(
    fc.constantFrom('https://a.example', 'https://app.example', 'http://localhost:5173', 'http://[::1]:8080'),
    { minLength: 1, maxLength: 3 },
  ),
  methods: fc.uniqueArray(fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'), {
    maxLength: 4,
  }),
  headers: fc.uniqueArray(
    fc.constantFrom('content-type', 'authorization', 'x-a', 'traceparent', 'null', '1e3'),
    {
      maxLength: 4,
    },
  ),
  exposeHeaders: fc.uniqueArray(fc.constantFrom('x-total', 'etag'), { maxLength: 2 }),
  credentials: fc.boolean(),
  maxAge: fc.constantFrom(null, 0, 600, 86_400),
});
