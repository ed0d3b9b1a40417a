import { isToken } from '../../cors/index.ts';
import type { Policy, TemplateApi } from '../../gateway/index.ts';
import { Refused } from './refused.ts';

/** Refuses a policy that the API's kind cannot hold, before anything is written. */
export function refuseUnwritable({ kind }: TemplateApi, policy: Policy): void {
  if (policy.origins.length === 0)
    throw new Refused('no-origin', null, 'Name an origin: a policy without one allows nobody.');
  for (const origin of policy.origins) if (!isOrigin(origin)) throw unwritable('origin', origin);
  for (const method of policy.methods) if (!isToken(method)) throw unwritable('method', method);
  for (const header of [...policy.headers, ...policy.exposeHeaders])
    if (!isToken(header) || (kind === 'rest' && header.includes("'"))) throw unwritable('header', header);
  if (kind === 'rest' && policy.methods.some((method) => method.includes("'")))
    throw unwritable('method', "'");
  if (policy.credentials && policy.origins.includes('*'))
    throw new Refused(
      'value-not-writable',
      null,
      'Credentials cannot go with the origin *: list the origins instead.',
    );
  const { maxAge } = policy;
  if (
    maxAge !== null &&
    (!Number.isInteger(maxAge) || maxAge < (kind === 'function-url' ? 0 : -1) || maxAge > 86_400)
  )
    throw new Refused(
      'value-not-writable',
      null,
      'Write a whole number of seconds, 86400 (one day) at most.',
    );
}

/** Printable, without blanks and quotes: it stands in single quotes on a REST API, and in a header everywhere. */
const isOrigin = (origin: string) => /^[\x21-\x26\x28-\x2b\x2d-\x7e]+$/.test(origin);

const unwritable = (part: string, value: string) =>
  new Refused(
    'value-not-writable',
    null,
    `Leave out the ${part} ${JSON.stringify(value.slice(0, 100))}: it cannot be written there.`,
  );
