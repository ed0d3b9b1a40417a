import { useMemo } from 'preact/hooks';
import { loadTemplate } from '../../diagnosis/index.ts';
import type { ApiView } from '../../fix/index.ts';
import type { TemplateApi } from '../../gateway/index.ts';
import { shortName } from '../list/short-name.ts';
import type { PanelModel } from '../model/model.ts';
import { gatewayNames } from '../model/names.ts';
import { Value } from '../view/value.tsx';
import { RouteTable } from './route-table.tsx';
import { routesSeen } from './routes.ts';
import { seenPolicy } from './seen-policy.ts';
import { SeenTable } from './seen-table.tsx';

/** All APIs that were called. */
export function ApisView({ model }: { readonly model: PanelModel }) {
  const { apis, state } = model.mirror.value;
  const { template } = state;
  const templateApis = useMemo(() => {
    if (template === null || template.fault !== null) return [];
    const load = loadTemplate(template.text, template.name);
    return load.ok ? load.loaded.apis : [];
  }, [template]);
  return (
    <section class="apis" data-testid="apis" aria-label="APIs">
      {apis.map((api) => (
        <ApiCard key={api.identity.id} model={model} api={api} templateApis={templateApis} />
      ))}
      {apis.length === 0 && <p class="dim nothing">No API was called yet.</p>}
    </section>
  );
}

interface ApiCardProps {
  readonly model: PanelModel;
  readonly api: ApiView;
  readonly templateApis: readonly TemplateApi[];
}

function ApiCard({ model, api, templateApis }: ApiCardProps) {
  const { exchanges } = model.mirror.value;
  const { base, id, kind } = api.identity;
  const own = useMemo(
    () => api.exchangeIds.flatMap((exchangeId) => exchanges.get(exchangeId) ?? []),
    [api, exchanges],
  );
  const routes = useMemo(() => routesSeen(base, own, templateApis), [base, own, templateApis]);
  const seen = useMemo(() => seenPolicy(own, api.policy), [own, api.policy]);
  const blocked = own.filter(({ judgement }) => judgement.verdict.outcome === 'blocked');
  // The fix is the API's: any of its exchanges leads to it, one that fails says best why it is needed.
  const telling = blocked.at(-1) ?? own.at(-1);
  return (
    <article class="api-card" data-testid="api-card" data-api={id} aria-label={base === '' ? id : base}>
      <header>
        <h2 title={base}>
          <Value text={shortName(base === '' ? id : base)} />
        </h2>
        <span class="chip">{gatewayNames[kind]}</span>
        <span class="dim">
          {blocked.length > 0 && <span class="bad">{blocked.length} blocked</span>}
          {blocked.length > 0 ? ` of ${own.length}` : `${own.length} in all`}
        </span>
        <span class="actions">
          <button
            type="button"
            class="text"
            data-testid="list-api"
            onClick={() => {
              model.view.value = 'list';
              model.filtering.show(`api:${JSON.stringify(id)}`);
            }}
          >
            Show requests
          </button>
          {telling !== undefined && (
            <button
              type="button"
              class={blocked.length > 0 ? 'fill' : 'text'}
              data-testid="show-api-fix"
              onClick={() => {
                model.tab.value = 'fix';
                model.open(telling.exchange.id);
              }}
            >
              Show fix
            </button>
          )}
        </span>
      </header>
      <div class="api-columns">
        <RouteTable routes={routes} onOpen={(exchangeId) => model.open(exchangeId)} />
        <SeenTable parts={seen} />
      </div>
    </article>
  );
}
