import { isToken } from '../cors/index.ts';
import type { Policy } from '../gateway/index.ts';

/** All that Lambda takes as `AllowMethods` (its API's enumeration): `OPTIONS` is refused, and so is every other method. */
const urlMethods: readonly string[] = ['GET', 'PUT', 'HEAD', 'POST', 'PATCH', 'DELETE', '*'];
/** Lambda's limits on `Cors`. */
const listLimit = 100;
const longest = { origin: 253, header: 1024 };
const longestAge = 86_400;

/** What a function URL can say of a policy. */
export interface UrlPlan {
  readonly policy: Policy;
  /** Values for which Lambda has no room. */
  readonly refused: readonly string[];
}

const plans = new WeakMap<Policy, UrlPlan>();

/** Asked again of the same policy, as a proof does for every replay, it is the same. */
export function urlPlan(policy: Policy): UrlPlan {
  const known = plans.get(policy);
  if (known !== undefined) return known;
  const plan = makePlan(policy);
  plans.set(policy, plan);
  return plan;
}

function makePlan(policy: Policy): UrlPlan {
  const refused: string[] = [];
  const keep = (values: readonly string[], fits: (value: string) => boolean): readonly string[] => {
    const fitting = values.filter(fits);
    refused.push(...values.filter((value) => !fits(value)), ...fitting.slice(listLimit));
    return fitting.slice(0, listLimit);
  };
  const isHeader = (name: string) => isToken(name) && name.length <= longest.header;
  const said: Policy = {
    ...policy,
    origins: keep(
      policy.origins,
      (origin) => /^[\x21-\x7e]+$/.test(origin) && origin.length <= longest.origin,
    ),
    // OPTIONS is no loss: only the actual request's method is matched against the list.
    methods: keep(
      policy.methods.filter((method) => method !== 'OPTIONS'),
      (method) => urlMethods.includes(method),
    ),
    headers: keep(policy.headers, isHeader),
    exposeHeaders: keep(policy.exposeHeaders, isHeader),
    maxAge: policy.maxAge === null ? null : Math.min(Math.max(0, policy.maxAge), longestAge),
  };
  return { policy: said, refused };
}
