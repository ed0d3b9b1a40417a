import type { Policy, TemplateApi } from '../../gateway/index.ts';

type Part = 'origins' | 'methods' | 'headers';

/** What stood in the template and does not any more. */
export function takenAway(api: TemplateApi, policy: Policy): readonly string[] {
  const before = statedBy(api);
  const line = api.corsPlace === null ? '' : `Line ${api.corsPlace.line}: `;
  return (['origins', 'methods', 'headers'] as const).flatMap((part): readonly string[] => {
    const wanted = policy[part].map((one) => one.toLowerCase());
    const lost = before[part].filter(
      (one) => !wanted.includes(one.toLowerCase()) && !api.unknowns.includes(one),
    );
    if (lost.length === 0) return [];
    if (lost.includes('*')) {
      const now = policy[part].length === 0 ? 'it is gone' : `it now lists ${policy[part].join(', ')}`;
      return [`${line}* allowed all ${part}; ${now}.`];
    }
    return [`${line}no longer among the ${part}: ${lost.join(', ')}. Nothing captured needed them.`];
  });
}

function statedBy({ policy, preflights }: TemplateApi): Readonly<Record<Part, readonly string[]>> {
  if (policy !== null) return policy;
  const sent = (name: string) => [
    ...new Set(
      preflights.flatMap(({ headers }) =>
        headers
          .filter((header) => header.name === name && typeof header.value !== 'string')
          .flatMap((header) => header.sent.split(',').map((one) => one.trim())),
      ),
    ),
  ];
  return {
    origins: sent('Access-Control-Allow-Origin'),
    methods: sent('Access-Control-Allow-Methods'),
    headers: sent('Access-Control-Allow-Headers'),
  };
}

/** Settings that stood where SAM ignores them, or refuses the template for them. */
export const movedAway = ({ faults }: TemplateApi): readonly string[] =>
  faults
    .filter(({ reason }) => reason === 'misplaced-flag' || reason === 'cors-on-wrong-resource')
    .map(
      ({ place, setting, effect }) =>
        `Line ${place.line}: SAM ${effect === 'refused' ? 'refuses' : 'ignores'} ${setting}, so it is taken out there.`,
    );
