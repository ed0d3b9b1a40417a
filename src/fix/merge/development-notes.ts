import { isDevelopment } from '../development.ts';
import type { Made } from './merge-notes.ts';

/** Origins of development that every deployment of the merged template allows. */
export function developmentNotes({ change: { policy } }: Made): readonly string[] {
  const local = policy.origins.filter(isDevelopment);
  if (local.length === 0) return [];
  const [are, them] = local.length === 1 ? ['is an origin', 'it'] : ['are origins', 'them'];
  return [
    `${local.join(', ')} ${are} of development: deployed like this, the template allows ${them} in production, too. With origins per stage a Parameter keeps ${them} out.`,
  ];
}
