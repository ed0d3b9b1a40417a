/** What a response template in VTL does to `Access-Control-Allow-Origin`. */
export type OriginOverride =
  /** Nothing. */
  | { readonly kind: 'none' }
  /** The request's origin where it is one of these, and the fixed header for everyone else. */
  | { readonly kind: 'listed'; readonly origins: readonly string[] }
  /** Something that is not read here. */
  | { readonly kind: 'unknown' };

/** The request's own header, by either of the mapping language's ways to ask for it. */
const asked = String.raw`\$input\.params\((?:\)\.header\.get\()?["'][Oo]rigin["']\)`;
const variable = String.raw`\$(?<name>[A-Za-z]\w*)`;
const again = String.raw`\$\k<name>`;
/** `== ""`, `!$origin`, or both: the header came in the other case. */
const empty = String.raw`(?:!${again}(?: ?\|\| ?)?)?(?:${again} ?== ?["']["'])?`;
const text = String.raw`(?:"[^"$#\\]*"|'[^']*')`;
const same = String.raw`${again} ?== ?${text}`;
const target = String.raw`\$context\.responseOverride\.header\.[Aa]ccess-[Cc]ontrol-[Aa]llow-[Oo]rigin`;
const set = (left: string, right: string): string => String.raw`#set ?\( ?${left} ?= ?${right} ?\) ?`;

/**
 * The one form that tools write, and this one, with whole origins compared: a variable holds the request's origin, and
 * where it equals one of a list, the response's header becomes it. AWS CDK writes so, too. Patterns (`matches`) let in
 * more than they say, and are not read.
 */
const form = new RegExp(
  [
    '^',
    set(variable, asked),
    String.raw`(?:#if ?\( ?${empty} ?\) ?${set(again, asked)}#end ?)?`,
    String.raw`#if ?\( ?(?<list>${same}(?: ?\|\| ?${same})*) ?\) ?`,
    set(target, `(?:${again}|"${again}")`),
    String.raw`#end ?(?:\{ ?\} ?)?$`,
  ].join(''),
);

const most = 20_000;

/** Reads the response templates of an integration's response, by content type. */
export function originOverride(templates: readonly string[]): OriginOverride {
  const overriding = templates.filter((one) => /responseOverride/i.test(one));
  const [template] = overriding;
  if (template === undefined) return { kind: 'none' };
  if (templates.length > 1 || template.length > most) return { kind: 'unknown' };
  const list = form.exec(template.trim().replaceAll(/\s+/g, ' '))?.groups?.list;
  if (list === undefined) return { kind: 'unknown' };
  const origins = [...list.matchAll(/["']([^"']*)["']/g)].flatMap(([, origin]) => origin ?? []);
  return { kind: 'listed', origins };
}
