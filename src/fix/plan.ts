import { isToken } from '../cors/index.ts';
import type { Policy } from '../gateway/index.ts';
import type { Circumstances } from './circumstances.ts';
import { productionFirst } from './development.ts';
import { fitsTemplate } from './own-options.ts';

/** What a fix for a REST API sets up. Written out by the emitters and replayed by the proof, so that both speak of one thing. */
export interface RestPlan {
  /**
   * `mock`: SAM's `Cors`, one fixed origin. `handler`: OPTIONS events lead to the handler, because `Cors` can send only one;
   * or else a MOCK of one's own names the origin that asks. `none`: nobody may be allowed.
   */
  readonly preflight: 'mock' | 'handler' | 'none';
  /** The policy as far as this gateway can say it. The first origin is the one that fixed values name. */
  readonly policy: Policy;
  readonly openAuthorizer: boolean;
  readonly openApiKey: boolean;
  /** OPTIONS must read its request as text, because the API takes every type as binary. */
  readonly textPreflight: boolean;
  /** The gateway's own errors must be readable. */
  readonly errorHeadersWanted: boolean;
  /** The gateway response types that make them so; none with several origins, for such a response holds one fixed origin. */
  readonly errorTypes: readonly string[];
  /** Values that the template's single-quoted strings cannot hold. */
  readonly refused: readonly string[];
}

export function planRest(policy: Policy, circumstances: Circumstances): RestPlan {
  const several = policy.origins.length > 1;
  const refused: string[] = [];
  const keep = (values: readonly string[], fits: (value: string) => boolean): readonly string[] => {
    refused.push(...values.filter((value) => !fits(value)));
    return values.filter(fits);
  };
  const said: Policy = {
    ...policy,
    origins: productionFirst(
      keep(policy.origins, (origin) => isQuotable(origin) && (!several || fitsTemplate(origin))),
    ),
    methods: keep(policy.methods, isQuotableItem),
    headers: keep(policy.headers, isQuotableItem),
  };
  const { errorHeaders: errorHeadersWanted } = circumstances;
  const [first, second] = said.origins;
  return {
    preflight: first === undefined ? 'none' : second === undefined ? 'mock' : 'handler',
    policy: said,
    openAuthorizer: circumstances.openAuthorizer,
    openApiKey: circumstances.openApiKey,
    textPreflight: circumstances.textPreflight,
    errorHeadersWanted,
    errorTypes:
      errorHeadersWanted && first !== undefined && second === undefined
        ? ['DEFAULT_4XX', 'DEFAULT_5XX', ...circumstances.customisedTypes]
        : [],
    refused,
  };
}

/**
 * API Gateway copies these values into mapping expressions, `'…'`, which have no escape for the quote; a header value
 * holds printable ASCII.
 */
function isQuotable(value: string): boolean {
  return /^[\x21-\x26\x28-\x7e]+$/.test(value);
}

/** An item of a comma-joined list must be a token, or it would read as several. */
function isQuotableItem(value: string): boolean {
  return isQuotable(value) && isToken(value);
}
