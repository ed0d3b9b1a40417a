/** The demo as a whole: the page, its scenarios, and every API that they call. */
import type { Certificate } from './both-schemes.ts';
import { startPage } from './page.ts';
import { configurationsOf, type Scenario, scenariosFor, servingsOf } from './scenarios.ts';
import { type Gateway, startGateway } from './server.ts';

export interface Site {
  /** The page's origin; the page is at `/`. */
  readonly origin: string;
  readonly scenarios: readonly Scenario[];
  /** APIs by scenario id; all begin broken. */
  readonly gateway: Gateway;
  scenario(id: string): Scenario;
  /** Puts the mended configuration of a scenario in place, as a deployment of the fix would. */
  mend(id: string): void;
  close(): Promise<void>;
}

/** Starts the demo. `port` is the page's; any port where it is taken. With a certificate the page is there by https, too. */
export async function startSite(port = 3000, certificate?: Certificate): Promise<Site> {
  const page = await startPage(port, certificate);
  const scenarios = scenariosFor(page.origin);
  const gateway = await startGateway(configurationsOf(scenarios, 'broken'), servingsOf(scenarios, 'broken'));
  page.show(
    scenarios.map(({ id, title, kind, call }) => ({ id, title, kind, call, base: gateway.base(id) })),
  );
  const scenario = (id: string): Scenario => {
    const found = scenarios.find((own) => own.id === id);
    if (found === undefined) throw new Error(`there is no scenario ${id}`);
    return found;
  };
  return {
    origin: page.origin,
    scenarios,
    gateway,
    scenario,
    mend(id) {
      const { mended, front } = scenario(id);
      gateway.deploy(id, mended, front?.('mended'));
    },
    close: async () => {
      await Promise.all([page.close(), gateway.close()]);
    },
  };
}
