/** What a page runs into: each scenario as a broken and a mended gateway, and the call that shows the difference. */
import type { GatewayConfiguration } from '../../src/gateway/index.ts';
import { awsHosts } from './hosts.ts';
import { cdnScenarios } from './scenarios-cdn.ts';
import { functionUrlScenarios } from './scenarios-function-url.ts';
import { headerScenarios } from './scenarios-headers.ts';
import { httpScenarios } from './scenarios-http.ts';
import { otherScenarios } from './scenarios-other.ts';
import { restScenarios } from './scenarios-rest.ts';
import { restErrorScenarios } from './scenarios-rest-errors.ts';
import { restPreflightScenarios } from './scenarios-rest-preflight.ts';
import { securityScenarios } from './scenarios-security.ts';
import { valueScenarios } from './scenarios-values.ts';
import type { Front, Serving } from './server.ts';

/** The call as the page's script makes it. */
export interface ScenarioCall {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly credentials: 'omit' | 'same-origin' | 'include';
  readonly body?: string;
}

export interface Scenario {
  readonly id: string;
  readonly title: string;
  readonly kind: 'rest' | 'http' | 'function-url' | 'other';
  readonly broken: GatewayConfiguration;
  readonly mended: GatewayConfiguration;
  readonly call: ScenarioCall;
  /** Whether the page reads the answer of the broken gateway: only a healthy call, and a wildcard that works. */
  readonly passesBroken: boolean;
  /** The rule that names the root cause of what the broken gateway does. */
  readonly expectedRule?: string;
  /** The host under which a browser calls it; a function URL has one of AWS's form, the others 127.0.0.1, unless told. */
  readonly host?: string;
  /** What stands before the gateway, such as a CDN: a new one each time it is asked for. */
  readonly front?: (state: 'broken' | 'mended') => Front;
}

/** The scenarios for a page at that origin, such as `http://localhost:3000`. */
export function scenariosFor(origin: string): readonly Scenario[] {
  return [
    restScenarios,
    restPreflightScenarios,
    restErrorScenarios,
    valueScenarios,
    headerScenarios,
    httpScenarios,
    functionUrlScenarios,
    otherScenarios,
    cdnScenarios,
    securityScenarios,
  ].flatMap((family) => family(origin));
}

/** The broken or mended configurations by scenario id, as `startGateway` takes them. */
export function configurationsOf(
  scenarios: readonly Scenario[],
  state: 'broken' | 'mended',
): Readonly<Record<string, GatewayConfiguration>> {
  return Object.fromEntries(scenarios.map((scenario) => [scenario.id, scenario[state]]));
}

/** Hosts and fronts by scenario id, as `startGateway` takes them. */
export function servingsOf(
  scenarios: readonly Scenario[],
  state: 'broken' | 'mended',
): Readonly<Record<string, Serving>> {
  return Object.fromEntries(
    scenarios.map(({ id, kind, host, front }) => [
      id,
      {
        host: host ?? (kind === 'function-url' ? awsHosts['function-url'] : '127.0.0.1'),
        ...(front === undefined ? {} : { front: front(state) }),
      },
    ]),
  );
}
