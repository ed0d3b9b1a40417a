import type { Policy } from '../gateway/index.ts';
import type { PolicyCheck } from './check/check-policy.ts';
import type { FieldCheck } from './check/field-check.ts';
import type { Wish } from './configure.ts';
import { entriesOf, type ListPart } from './edited-policy.ts';
import type { Fix } from './fix.ts';

/** The policy without the entries that no browser or gateway takes, and without those that `*` makes pointless. */
export function soundPart(policy: Policy, check: PolicyCheck): Policy {
  const wrong = new Set(
    check.entries
      .filter((entry) => entry.check.level === 'error')
      .map(({ part, value }) => `${part} ${value}`),
  );
  const sound = (part: ListPart): readonly string[] => {
    const entries = entriesOf(policy, part).filter((value) => !wrong.has(`${part} ${value}`));
    if (!entries.includes('*')) return entries;
    // Beside * the others say nothing, but for Authorization, which it does not cover.
    return entries.filter((value) => value === '*' || (part === 'header' && value === 'authorization'));
  };
  return {
    origins: sound('origin'),
    methods: sound('method'),
    headers: sound('header'),
    exposeHeaders: sound('expose-header'),
    credentials: policy.credentials,
    maxAge: check.maxAge.level === 'error' ? null : policy.maxAge,
  };
}

/** What the user must know of a policy made by hand. Values are quoted as JSON strings. */
export function wishNotes(wish: Wish, check: PolicyCheck): readonly Fix[] {
  const { policy } = wish;
  const { entries, maxAge, whole } = check;
  return [
    ...entries
      .filter((entry) => entry.check.level === 'error')
      .map((entry) =>
        note(`Not written: ${partNames[entry.part]} ${JSON.stringify(entry.value)}`, entry.check),
      ),
    ...(maxAge.level === 'error' ? [note(`Not written: max age ${policy.maxAge}`, maxAge)] : []),
    ...entries
      .filter((entry) => entry.check.reason === 'wildcard' || entry.check.reason === 'any-of-scheme')
      .map((entry) => note(`What ${entry.value} costs among the ${partNames[entry.part]}s`, entry.check)),
    ...whole
      .filter(({ level, reason }) => level !== 'ok' && !saidElsewhere.has(reason))
      .map(({ reason, why }) => note(wholeTitles[reason] ?? 'Check the policy', { why })),
    ...placeNotes(wish),
  ];
}

/** What the switches ask for and this kind of gateway does otherwise. */
function placeNotes({ kind, place, authorizer, catchAll = false, policy }: Wish): readonly Fix[] {
  if (policy.origins.length === 0) return [];
  return [
    ...(kind === 'function-url' && place === 'globals'
      ? [
          note('On the function, not in Globals', {
            why: 'FunctionUrlConfig in Globals would give every function of the template a URL, and SAM refuses one without an AuthType: so it stands on the function.',
          }),
        ]
      : []),
    ...(kind === 'http' && authorizer && !catchAll
      ? [
          note('The authoriser and the preflight', {
            why: 'An HTTP API answers preflights before its authoriser, as long as no route takes OPTIONS: with ANY or $default the authoriser refuses them, so write a route for each method.',
          }),
        ]
      : []),
  ];
}

const partNames: Readonly<Record<ListPart, string>> = {
  origin: 'origin',
  method: 'method',
  header: 'request header',
  'expose-header': 'exposed header',
};

/** Faults that the fixes' own notes tell of. */
const saidElsewhere: ReadonlySet<string> = new Set([
  'no-origin',
  'several-origins-on-rest',
  'development-beside-production',
]);

const wholeTitles: Readonly<Record<string, string>> = {
  'authorization-missing': 'Authorization is not among the request headers',
  'api-key-missing': 'x-api-key is not among the request headers',
  'no-api-keys': 'No API keys here',
  'content-type-missing': 'content-type is not among the request headers',
  'star-beside-others': '* beside other entries',
  'too-many': 'Too many entries',
};

function note(title: string, { why }: Pick<FieldCheck, 'why'>): Fix {
  return { kind: 'note', target: 'by-hand', title, language: 'text', text: why };
}
