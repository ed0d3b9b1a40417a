import { isDevelopment } from '../development.ts';
import { unnamedOrigin } from '../stages.ts';
import type { Made } from './merge-notes.ts';

/** Origins of development that every deployment of the merged template allows, or what the stages ask of the user. */
export function developmentNotes({ api, change: { policy }, staging, byStage }: Made): readonly string[] {
  if (staging !== null) {
    const { parameter, stages, unnamed } = staging;
    return [
      `A deployment that names no stage is ${stages.at(-1)?.name}; for another: sam deploy --parameter-overrides ${parameter}=${stages[0].name}.`,
      ...(unnamed
        ? [`No origin of production was captured: write yours in the place of ${unnamedOrigin}.`]
        : []),
      ...(api.kind === 'rest'
        ? [
            'The handler must follow: let its list hold the origin of the stage alone, from an environment variable.',
          ]
        : []),
    ];
  }
  const local = policy.origins.filter(isDevelopment);
  if (local.length === 0) return [];
  const [are, them] = local.length === 1 ? ['is an origin', 'it'] : ['are origins', 'them'];
  if (byStage)
    return [
      `The template has no word in who asks by stage, for OPTIONS goes to the handler: let its list hold the origins of the stage alone, from an environment variable. As it is, it allows ${local.join(', ')} in production, too.`,
    ];
  return [
    `${local.join(', ')} ${are} of development: deployed like this, the template allows ${them} in production, too. With origins per stage a Parameter keeps ${them} out.`,
  ];
}
