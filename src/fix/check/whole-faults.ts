import type { Policy } from '../../gateway/index.ts';
import { isDevelopment } from '../development.ts';
import { entriesOf, listParts, type PolicyEdit } from '../edited-policy.ts';
import type { PolicyContext } from './check-policy.ts';
import type { CheckLevel } from './field-check.ts';

export type WholeReason =
  | 'no-origin'
  | 'star-beside-others'
  | 'development-beside-production'
  | 'several-origins-on-rest'
  | 'authorization-missing'
  | 'api-key-missing'
  | 'no-api-keys'
  | 'content-type-missing'
  | 'exposed-by-handler'
  | 'too-many';

/** What is amiss between the entries of a policy. */
export interface PolicyFault {
  readonly level: CheckLevel;
  readonly reason: WholeReason;
  readonly why: string;
  /** What to offer; empty where there is no one thing. */
  readonly edits: readonly PolicyEdit[];
}

/** A function URL's limit for each list. */
const urlLimit = 100;

export function wholeFaults(policy: Policy, context: PolicyContext): readonly PolicyFault[] {
  return [...originFaults(policy, context), ...headerFaults(policy, context), ...listFaults(policy, context)];
}

function originFaults({ origins }: Policy, { kind }: PolicyContext): readonly PolicyFault[] {
  if (origins.length === 0)
    return [
      fault('error', 'no-origin', 'Without an origin nobody is let in, and there is nothing to write.'),
    ];
  const local = origins.filter(isDevelopment);
  return [
    ...(kind === 'rest' && origins.length > 1
      ? [
          fault(
            'warning',
            'several-origins-on-rest',
            'SAM’s Cors of a REST API sends one fixed origin: for several, OPTIONS must be your own or be led to the handler.',
          ),
        ]
      : []),
    ...(local.length > 0 && local.length < origins.length
      ? [
          fault(
            'warning',
            'development-beside-production',
            'Origins of development stand beside those of production: with a Parameter per stage they never reach it.',
          ),
        ]
      : []),
  ];
}

function headerFaults(policy: Policy, context: PolicyContext): readonly PolicyFault[] {
  const { kind, authorizer, apiKey, traces = [] } = context;
  const { headers } = policy;
  const add = (value: string): PolicyEdit => ({ type: 'add', part: 'header', value });
  const captured = traces.some(({ count }) => count > 0);
  const hasBody = policy.methods.some((method) => ['*', 'PATCH', 'POST', 'PUT'].includes(method));
  return [
    ...(authorizer && !headers.includes('authorization')
      ? [
          fault(
            'warning',
            'authorization-missing',
            headers.includes('*')
              ? '* does not cover Authorization: with an authoriser that reads it, list it by its name.'
              : 'With an authoriser that reads Authorization, pages must be allowed to send it.',
            [add('authorization')],
          ),
        ]
      : []),
    ...(apiKey && kind === 'rest' && !headers.includes('x-api-key') && !headers.includes('*')
      ? [
          fault('warning', 'api-key-missing', 'With API keys, pages must be allowed to send x-api-key.', [
            add('x-api-key'),
          ]),
        ]
      : []),
    ...(apiKey && kind !== 'rest'
      ? [fault('warning', 'no-api-keys', 'Only a REST API has API keys: the switch changes nothing here.')]
      : []),
    ...(!captured && hasBody && !headers.includes('content-type') && !headers.includes('*')
      ? [
          fault(
            'warning',
            'content-type-missing',
            'A page that sends JSON needs content-type; a form’s own types do without.',
            [add('content-type')],
          ),
        ]
      : []),
  ];
}

function listFaults(policy: Policy, { kind }: PolicyContext): readonly PolicyFault[] {
  return [
    ...listParts.flatMap((part): readonly PolicyFault[] => {
      const entries = entriesOf(policy, part);
      const others = entries.filter(
        (value) => value !== '*' && !(part === 'header' && value === 'authorization'),
      );
      const star = entries.includes('*') && others.length > 0;
      const many = kind === 'function-url' && entries.length > urlLimit;
      return [
        ...(star
          ? [
              fault('warning', 'star-beside-others', 'Beside * the other entries say nothing.', [
                { type: 'remove', part, value: '*' },
              ]),
            ]
          : []),
        ...(many
          ? [fault('error', 'too-many', `A function URL takes at most ${urlLimit} entries in a list.`)]
          : []),
      ];
    }),
    ...(kind === 'rest' && policy.exposeHeaders.length > 0
      ? [
          fault(
            'ok',
            'exposed-by-handler',
            'SAM’s Cors of a REST API has no exposed headers: the handler sends them.',
          ),
        ]
      : []),
  ];
}

function fault(
  level: CheckLevel,
  reason: WholeReason,
  why: string,
  edits: readonly PolicyEdit[] = [],
): PolicyFault {
  return { level, reason, why, edits };
}
