import type { Policy, TemplateApi, TemplatePreflight } from '../../gateway/index.ts';

/** What one place of an API allows, its lists as sorted sets. */
interface Allowed {
  readonly origins: readonly string[];
  readonly methods: readonly string[];
  readonly headers: readonly string[];
  readonly credentials: boolean;
}

/**
 * Whether an API of a template allows exactly what a policy does. Texts that the template does not tell are left out,
 * and so are the methods that SAM makes up where a REST API names none.
 */
export function saysPolicy(api: TemplateApi, policy: Policy): boolean {
  const wanted = JSON.stringify(wantedOf(api, policy));
  return allowedBy(api).every((allowed) => JSON.stringify(allowed) === wanted);
}

const sorted = (values: readonly string[]) => [...new Set(values)].sort();

function wantedOf({ kind }: TemplateApi, { origins, methods, headers, credentials }: Policy): Allowed {
  return {
    origins: sorted(kind === 'rest' ? origins.slice(0, 1) : origins),
    methods: sorted(kind === 'function-url' ? methods.filter((method) => method !== 'OPTIONS') : methods),
    headers: sorted(headers.map((name) => name.toLowerCase())),
    credentials,
  };
}

/** An HTTP API and a function URL allow in one place; a REST API in each OPTIONS method that SAM adds. */
function allowedBy(api: TemplateApi): readonly Allowed[] {
  if (api.kind === 'rest') return api.preflights.map((preflight) => allowedByMock(api, preflight));
  const { origins = [], methods = [], headers = [], credentials = false } = api.policy ?? {};
  const told = (values: readonly string[]) => sorted(values.filter((one) => !api.unknowns.includes(one)));
  return [{ origins: told(origins), methods: told(methods), headers: told(headers), credentials }];
}

function allowedByMock({ unknowns }: TemplateApi, { headers }: TemplatePreflight): Allowed {
  const sent = (name: string): readonly string[] => {
    const header = headers.find((one) => one.name === `Access-Control-${name}`);
    if (header === undefined || typeof header.value === 'string' || unknowns.includes(header.sent)) return [];
    return sorted(header.sent.split(',').map((part) => part.trim()));
  };
  return {
    origins: sent('Allow-Origin'),
    methods: sent('Allow-Methods'),
    headers: sorted(sent('Allow-Headers').map((name) => name.toLowerCase())),
    credentials: headers.some(
      ({ name, sent: text }) => name === 'Access-Control-Allow-Credentials' && text === 'true',
    ),
  };
}
