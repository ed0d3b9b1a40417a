import type { Finding } from '../../diagnosis/index.ts';
import type { Policy, TemplateApi } from '../../gateway/index.ts';
import type { Template } from '../../template/index.ts';
import type { Told } from '../beyond.ts';
import { hasRemedy } from '../circumstances.ts';
import type { HandlerShape } from '../handlers/handler.ts';
import type { Change, Merged } from '../merge/change.ts';
import { mergeChange } from '../merge/merge-change.ts';
import { swallowing } from '../merge/preflight-events.ts';
import { stagesOf } from '../stages.ts';
import { capturedCalls } from './captured-call.ts';
import { apiIn, type Edited, proveEdited } from './prove-stages.ts';
import type { TemplateProof } from './template-proof.ts';

/** The user's own template with a policy merged into it, and what that proves. */
export type TemplateFix =
  | {
      readonly ok: true;
      readonly merged: Extract<Merged, { readonly ok: true }>;
      /** With the template's change and the handler's in place. */
      readonly proof: TemplateProof;
      /** Captured requests that pass only once the handler is changed, too. */
      readonly needHandler: number;
      /** What the code behind the merged template has to do (`writeHandler` writes it); null where no function stands there. */
      readonly handler: HandlerShape | null;
    }
  | { readonly ok: false; readonly merged: Extract<Merged, { readonly ok: false }> };

/** Merges a policy into the template for one API, reads the edited text back and proves it against what was captured. */
export function fixTemplate(subject: {
  readonly template: Template;
  readonly api: TemplateApi;
  readonly policy: Policy;
  readonly judged: readonly Told[];
  readonly findings: readonly Finding[];
  /** Origins of development are to be allowed only in a stage of their own. */
  readonly byStage?: boolean;
}): TemplateFix {
  const { api, policy, judged } = subject;
  const merged = mergeChange(subject.template, api, changeFor(subject));
  if (!merged.ok) return { ok: false, merged };
  const { template, staging } = merged;
  const edited: Edited = { template, deployed: api, policy, judged, staging };
  const alone = proveEdited(edited, 'captured');
  const { restsOnUnseen } = alone;
  const proof = { ...proveEdited(edited, 'mended'), restsOnUnseen };
  const needHandler = proof.passed - alone.passed;
  return { ok: true, merged, proof, needHandler, handler: handlerFor(apiIn(edited, null), policy) };
}

/** What is to be merged besides the policy: what the findings ask for, and what the template itself shows. */
function changeFor({
  api,
  policy,
  judged,
  findings,
  byStage = false,
}: {
  readonly api: TemplateApi;
  readonly policy: Policy;
  readonly judged: readonly Told[];
  readonly findings: readonly Finding[];
  readonly byStage?: boolean;
}): Change {
  const swallowed = () =>
    capturedCalls(judged, api, api).some(
      ({ preflightTaker: taker }) =>
        taker?.kind === 'route' && (taker.route.method === 'ANY' || taker.route.path === '$default'),
    );
  return {
    policy,
    openAuthorizer: true,
    openApiKey: true,
    errorHeaders:
      hasRemedy(findings, 'gateway-error-headers') || hasRemedy(findings, 'handler-error-headers'),
    stages: byStage ? stagesOf(api.kind, policy.origins) : null,
    explicitRoutes: hasRemedy(findings, 'explicit-routes') || (api.kind === 'http' && swallowed()),
  };
}

/** The handler that goes with an API as its template is now: it answers OPTIONS where a route leads that to code. */
function handlerFor(api: TemplateApi, policy: Policy): HandlerShape | null {
  if (api.routesKnown && !api.routes.some(({ integration }) => isCode(integration))) return null;
  if (api.kind === 'function-url') return { gateway: 'function-url', answersPreflight: false };
  const taken = api.routes.some(({ method, integration }) => method === 'OPTIONS' && isCode(integration));
  if (api.kind === 'rest') return { gateway: 'rest', policy, answersPreflight: taken };
  return { gateway: 'http', answersPreflight: taken || swallowing(api).length > 0 };
}

const isCode = (integration: TemplateApi['routes'][number]['integration']): boolean =>
  integration === 'lambda' || integration === 'unknown';
