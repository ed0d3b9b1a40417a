/** Loaded when a template is: the merge, the model and the proof are not in the panel's first JavaScript. */
import { type Diagnosed, type LoadedTemplate, loadTemplate } from '../../diagnosis/index.ts';
import {
  admittedText,
  diffOf,
  failureText,
  fixTemplate,
  restsOnTexts,
  shareOut,
  synthesisePolicy,
  type TemplateFix,
  writeHandler,
} from '../../fix/index.ts';
import type { GatewayKind, Policy, TemplateApi } from '../../gateway/index.ts';

/** What the panel shows of a fix in the user's own template. */
export interface ShownFix {
  /** APIs of the template among which the user may choose, likely ones first. */
  readonly apis: readonly Pick<TemplateApi, 'logicalId' | 'kind'>[];
  /** The logical id of the API that is changed; null where the user must choose. */
  readonly chosen: string | null;
  /** Null until an API is chosen. */
  readonly fix: TemplateFix | null;
  readonly diff: string;
  /** The handler that goes with the change, in a language by its target, Node.js where there is none of that name; null where none does. */
  readonly writeHandler: ((target: string | null) => string) | null;
  /** What still fails, who is let in, and what the proof rests on, each a sentence. */
  readonly failing: readonly string[];
  readonly restsOn: readonly string[];
}

/** The captured API that is looked at, and what the user said about it. */
export interface Wanted {
  readonly name: string;
  readonly text: string;
  readonly kind: GatewayKind;
  readonly diagnosed: readonly Diagnosed[];
  /** The exchange that is open: where an API's exchanges are several of the template's, it decides. */
  readonly open: Diagnosed | null;
  /** The user's choice by logical id; null for what the capture tells. */
  readonly logicalId: string | null;
  /** A policy of the user's making; null for what was captured. */
  readonly policy: Policy | null;
  /** Origins of development are to be kept out of production. */
  readonly byStage: boolean;
}

let last: { readonly text: string; readonly loaded: LoadedTemplate | null } | null = null;

function loadedOf(name: string, text: string): LoadedTemplate | null {
  if (last?.text !== text) {
    const load = loadTemplate(text, name);
    last = { text, loaded: load.ok ? load.loaded : null };
  }
  return last.loaded;
}

/** Without traffic nothing tells the APIs apart but their kind. */
function onlyOf(apis: readonly TemplateApi[], kind: GatewayKind): TemplateApi | null {
  const [only, ...others] = apis.filter((api) => api.kind === kind);
  return only === undefined || others.length > 0 ? null : only;
}

/** Null where the template cannot be read, or makes no API. */
export function shownFix(wanted: Wanted): ShownFix | null {
  const loaded = loadedOf(wanted.name, wanted.text);
  if (loaded === null || loaded.apis.length === 0) return null;
  const { apis, template } = loaded;
  const { kind, diagnosed, open } = wanted;
  const named =
    apis.find(({ logicalId }) => logicalId === wanted.logicalId) ??
    (diagnosed.length === 0 ? onlyOf(apis, kind) : null);
  const found = shareOut(apis, [{ kind, diagnosed }]);
  const share =
    named === null
      ? (found.shares.find((one) => open !== null && one.diagnosed.includes(open)) ?? found.shares[0])
      : { api: named, diagnosed };
  const likely = new Set([...found.shares.map(({ api }) => api), ...found.unclear.apis]);
  const ranked = [...apis].sort((a, b) => Number(likely.has(b)) - Number(likely.has(a)));
  const none = {
    apis: ranked,
    chosen: null,
    fix: null,
    diff: '',
    writeHandler: null,
    failing: [],
    restsOn: [],
  };
  if (share === undefined) return none;
  const { api, diagnosed: judged } = share;
  const policy = wanted.policy ?? synthesisePolicy(judged);
  const findings = judged.flatMap((one) => one.findings);
  const fix = fixTemplate({ template, api, policy, judged, findings, byStage: wanted.byStage });
  const chosen = api.logicalId;
  if (!fix.ok) return { ...none, chosen, fix };
  const { handler } = fix;
  return {
    ...none,
    chosen,
    fix,
    writeHandler: handler && ((target) => writeHandler(handler, target ?? undefined).text),
    diff: diffOf(template.text, fix.merged.edits, wanted.name),
    failing: [...fix.proof.failures.map(failureText), ...fix.proof.admitted.map(admittedText)],
    restsOn: restsOnTexts(fix.proof),
  };
}
