import { type Guard, guardOf, type Schemes } from './authorizers.ts';
import { anyMethod, type PathBranch, type PathItem } from './operation.ts';
import type { RestCors } from './rest-cors.ts';
import { type Defaults, secured } from './security.ts';
import type { PreflightHeader, TemplatePreflight } from './template-api.ts';
import type { Texts } from './texts.ts';

/**
 * The OPTIONS methods that `Cors` adds: one per path (`/a` and `/a/` are one), none where the path has its own. Source:
 * `add_cors` of the official translator, its habits included: any key of a path item counts as a method, and the
 * methods of the first branch of a conditional path stay for the next.
 */
export function preflightsOf(
  paths: readonly PathItem[],
  cors: RestCors,
  auth: { readonly defaults: Defaults; readonly schemes: Schemes },
  texts: Texts,
): readonly TemplatePreflight[] {
  const done = new Set<string>();
  return paths.flatMap(({ path, branches }) => {
    const normal = path === '/' ? path : path.replace(/\/+$/, '');
    if (done.has(normal)) return [];
    done.add(normal);
    const { methods } = cors;
    let byDefault: string | null = null;
    return branches.flatMap((branch) => {
      if (branch.keys.includes('options')) return [];
      if (methods === null) byDefault ??= `'${methodsOf(branch)}'`;
      const own = secured({ key: 'options', security: [], integrated: true }, auth.defaults);
      const guard: Guard = guardOf(own, auth.schemes);
      return [
        {
          path,
          condition: branch.condition,
          ...guard,
          headers: headersOf(cors, methods ?? byDefault, texts),
        },
      ];
    });
  });
}

const all = ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT'];

function methodsOf({ keys }: PathBranch): string {
  const methods = keys.includes(anyMethod) ? all : [...keys, 'options'];
  return [...new Set(methods.map((key) => key.toUpperCase()))].sort().join(',');
}

function headersOf(cors: RestCors, methods: PreflightHeader['value'] | null, texts: Texts) {
  const made: readonly (readonly [string, PreflightHeader['value'] | null])[] = [
    ['Access-Control-Allow-Origin', cors.origin],
    ['Access-Control-Allow-Headers', cors.headers],
    ['Access-Control-Allow-Methods', methods],
    ['Access-Control-Max-Age', cors.maxAge],
    ['Access-Control-Allow-Credentials', cors.credentials ? "'true'" : null],
  ];
  return made.flatMap(([name, value]): readonly PreflightHeader[] => {
    if (value === null) return [];
    const text = typeof value === 'string' ? value : texts.of(value);
    // Nothing at all (`AWS::NoValue`) leaves the mapping out.
    return text === null ? [] : [{ name, value, sent: unquoted(text) }];
  });
}

/** A mapping expression's static value: what stands between its quotes. */
export const unquoted = (text: string): string => /^'([\s\S]*)'$/.exec(text)?.[1] ?? text;
