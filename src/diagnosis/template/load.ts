import type { Exchange } from '../../exchange/index.ts';
import { type ApiIdentity, matchApi, readApis } from '../../gateway/index.ts';
import { parseTemplate, type TemplateFault } from '../../template/index.ts';
import type { LoadedApi, LoadedTemplate } from './loaded.ts';
import { nearby } from './nearby.ts';

export type TemplateLoad =
  | { readonly ok: true; readonly loaded: LoadedTemplate }
  | { readonly ok: false; readonly fault: TemplateFault };

/** Reads the text of a template and the APIs that it makes. */
export function loadTemplate(text: string, name: string): TemplateLoad {
  const read = parseTemplate(text);
  if (!read.ok) return read;
  return { ok: true, loaded: { name, template: read.template, apis: readApis(read.template) } };
}

/** Answers that are remembered per template; a capture repeats few paths, a stranger may make up new ones for ever. */
const most = 2_000;
const answers = new WeakMap<LoadedTemplate, Map<string, LoadedApi | null>>();

/** The API of the template to which an exchange belongs; null where none fits, or several fit alike. */
export function loadedApiOf(
  loaded: LoadedTemplate,
  { kind }: Pick<ApiIdentity, 'kind'>,
  exchange: Exchange,
): LoadedApi | null {
  if (loaded.apis.length === 0) return null;
  const url = exchange.hops.at(-1)?.url ?? '';
  const key = `${kind} ${url.split(/[?#]/, 1)[0]}`;
  const known = answers.get(loaded) ?? new Map<string, LoadedApi | null>();
  answers.set(loaded, known);
  const before = known.get(key);
  if (before !== undefined) return before;
  const found = find(loaded, kind, exchange, url);
  if (known.size === most) known.clear();
  known.set(key, found);
  return found;
}

function find(
  { name, template, apis }: LoadedTemplate,
  kind: ApiIdentity['kind'],
  exchange: Exchange,
  url: string,
): LoadedApi | null {
  if (!URL.canParse(url)) return null;
  const { pathname } = new URL(url);
  const whole = new Map(apis.map((api) => [nearby(api, pathname), api]));
  const match = matchApi([...whole.keys()], exchange, { kind });
  if (match.kind !== 'one') return null;
  const { api: near, prefix, path } = match;
  return { name, template, api: whole.get(near) ?? near, near, prefix, path };
}
