import type { HeaderLines } from '../cors/index.ts';
import type { Diagnosed, Evidence, Finding } from '../diagnosis/index.ts';
import type { Exchange, Exchanged, Judgement, SourceKind } from '../exchange/index.ts';
import type { ApiView, Fix } from '../fix/index.ts';
import type { Policy } from '../gateway/index.ts';
import { generator } from './generator.ts';
import { inferenceWords } from './inference-words.ts';
import { openRedactor, type Redactor, redactorSteps } from './redact.ts';
import type {
  Report,
  ReportedApi,
  ReportedExchange,
  ReportedFinding,
  ReportedMessages,
  ReportedTemplate,
} from './report.ts';
import { finished, type Steps } from './steps.ts';

export interface ReportInput {
  readonly source: { readonly kind: SourceKind; readonly browser?: string };
  /** What is to be reported. */
  readonly exchanges: readonly Diagnosed[];
  /** All that was captured, where `exchanges` are a part of it: policies, fixes and proofs are made from all. */
  readonly capture?: readonly Diagnosed[];
  readonly apis: readonly ApiView[];
  /** What a loaded template says by itself; null or absent without one. */
  readonly template?: Pick<ReportedTemplate, 'name' | 'warnings'> & { readonly findings: readonly Finding[] };
}

export interface ReportOptions {
  readonly redact: boolean;
  /** Writes handlers in a language that was asked for; absent: as they are, in Node.js. */
  readonly writeHandler?: (shape: NonNullable<Fix['handler']>) => Fix;
}

/** Everything that is known of a capture as plain data for a file. With `redact`, credentials are replaced by `REDACTED`. */
export function buildReport(input: ReportInput, options: ReportOptions): Report {
  return finished(reportSteps(input, options));
}

/** The same step by step: of a large capture it takes a while. */
export function* reportSteps(input: ReportInput, options: ReportOptions): Steps<Report> {
  const redactor = options.redact ? yield* redactorSteps(input.capture ?? input.exchanges) : openRedactor;
  const exchanges: ReportedExchange[] = [];
  for (const diagnosed of input.exchanges) {
    exchanges.push(reportedExchange(diagnosed, redactor));
    yield;
  }
  const listed = new Set(input.exchanges.map(({ exchange }) => exchange.id));
  const all = input.capture?.length ?? listed.size;
  return {
    schema: 'cors-inspector/report/1',
    generator,
    redacted: options.redact,
    source: input.source,
    ...(all > listed.size ? { captured: all } : {}),
    exchanges,
    apis: input.apis
      .filter((api) => input.capture === undefined || api.exchangeIds.some((id) => listed.has(id)))
      .map((api) => reportedApi(api, listed, redactor, options.writeHandler)),
    template: input.template === undefined ? null : reportedTemplate(input.template, redactor),
  };
}

function reportedTemplate(
  { name, findings, warnings }: NonNullable<ReportInput['template']>,
  r: Redactor,
): ReportedTemplate {
  return {
    name: r.text(name),
    findings: findings.map((finding) => reportedFinding(finding, r)),
    warnings: warnings.map((warning) => ({ ...warning, text: r.text(warning.text) })),
  };
}

/** One exchange as a report tells it. */
export function reportedExchange(
  { exchange, judgement, settings, gateway, findings }: Diagnosed,
  r: Redactor,
): ReportedExchange {
  const { verdict } = judgement;
  return {
    id: r.text(exchange.id),
    origin: exchange.origin === null ? null : r.url(exchange.origin),
    resourceType: exchange.resourceType,
    request: firstRequest(exchange, r),
    hops: exchange.hops.map((hop) => ({
      url: r.url(hop.url),
      preflight: reportedMessages(hop.preflight, r),
      actual: reportedMessages(hop.actual, r),
    })),
    preflight: judgement.preflight,
    cachedPreflight: reportedMessages(exchange.cachedPreflight, r),
    verdict: {
      outcome: verdict.outcome,
      step: verdict.step,
      code: verdict.code,
      parameter: verdict.parameter === null ? null : r.text(verdict.parameter),
      url: r.url(verdict.url),
      basis: verdict.basis,
      alternatives: verdict.alternatives,
    },
    reported:
      exchange.reported === null
        ? null
        : {
            code: r.text(exchange.reported.name),
            known: exchange.reported.code !== null,
            parameter: r.text(exchange.reported.parameter),
          },
    disagreement: judgement.disagreement === null ? null : reportedDisagreement(judgement.disagreement, r),
    source: exchange.source,
    browser: exchange.browser,
    startedAt: exchange.startedAt,
    state: exchange.state,
    provenInclude: exchange.provenCredentials === 'include',
    passed: exchange.passed,
    headsShown: exchange.headsShown,
    settings,
    blockedReason: exchange.blockedReason === null ? null : r.text(exchange.blockedReason),
    fromServiceWorker: exchange.fromServiceWorker,
    requester: exchange.requester,
    tabInferred: exchange.tabInferred,
    call: exchange.call.map((frame) => ({
      ...frame,
      functionName: r.text(frame.functionName),
      url: r.url(frame.url),
    })),
    unfinished: exchange.unfinished,
    error: exchange.error === null ? null : r.text(exchange.error),
    inferred: judgement.inferred,
    inference: inferenceWords(exchange, judgement, settings).facts.flatMap(
      ({ fact, value, basis, because }) =>
        basis === 'inferred' || basis === 'by-hand' ? [{ fact, value, basis, because }] : [],
    ),
    gateway: { kind: gateway.kind, evidence: gateway.evidence.map((sentence) => r.text(sentence)) },
    findings: findings.map((finding) => reportedFinding(finding, r)),
  };
}

function reportedDisagreement(
  { computed, reported }: NonNullable<Judgement['disagreement']>,
  r: Redactor,
): ReportedExchange['disagreement'] {
  return { computed, reported: reported === null ? null : r.text(reported) };
}

/** What captured: the debugger where it captured all of them; a mixed capture is no more than the weaker source. */
export function sourceOf(exchanges: readonly Diagnosed[]): ReportInput['source'] {
  const kinds = new Set(exchanges.map(({ exchange }) => exchange.source));
  const browser = exchanges[0]?.exchange.browser;
  const [only] = kinds.size === 1 ? kinds : [];
  return { kind: only ?? 'webRequest', ...(browser === undefined ? {} : { browser }) };
}

/** Where a failed preflight kept the actual request off the wire, the preflight tells its method. */
function firstRequest(exchange: Exchange, r: Redactor): ReportedExchange['request'] {
  const hop = exchange.hops[0];
  if (hop?.actual) {
    const { method, url, headers } = hop.actual.request;
    return { method: r.text(method), url: r.url(url), headers: reportedHeaders(headers, r) };
  }
  const acrm = hop?.preflight?.request.headers.find(
    ([name]) => name.toLowerCase() === 'access-control-request-method',
  );
  return { method: r.text(acrm?.[1] ?? 'GET'), url: r.url(hop?.url ?? ''), headers: [] };
}

function reportedHeaders(lines: HeaderLines, r: Redactor): HeaderLines {
  return lines.map(([name, value]) => [name, r.header(name, value)]);
}

function reportedMessages(messages: Exchanged | null, r: Redactor): ReportedMessages | null {
  if (messages === null) return null;
  const { request, response } = messages;
  return {
    request: {
      method: r.text(request.method),
      url: r.url(request.url),
      headers: reportedHeaders(request.headers, r),
      headersKnown: request.headersKnown,
    },
    response:
      response === null
        ? null
        : {
            status: response.status,
            headers: reportedHeaders(response.headers, r),
            fromCache: response.fromCache,
          },
    error: messages.error === null ? null : r.text(messages.error),
    startedAt: messages.startedAt,
    endedAt: messages.endedAt,
  };
}

/** A finding without its remedies: they speak to `src/fix` alone. */
export function reportedFinding(finding: Finding, r: Redactor): ReportedFinding {
  return {
    rule: finding.rule,
    severity: finding.severity,
    owner: finding.owner,
    title: r.text(finding.title),
    explanation: r.text(finding.explanation),
    confidence: finding.confidence,
    unverified: finding.unverified,
    causedBy: finding.causedBy,
    evidence: finding.evidence.map((evidence) => reportedEvidence(evidence, r)),
  };
}

function reportedEvidence(evidence: Evidence, r: Redactor): Evidence {
  const { header, value, note } = evidence;
  return {
    ...evidence,
    ...(value === undefined ? {} : { value: header === undefined ? r.text(value) : r.header(header, value) }),
    ...(note === undefined ? {} : { note: r.text(note) }),
  };
}

function reportedApi(
  api: ApiView,
  listed: ReadonlySet<string>,
  r: Redactor,
  writeHandler: ReportOptions['writeHandler'],
): ReportedApi {
  const fixes = api.fixes[api.suggested].map((fix) =>
    fix.handler && writeHandler ? writeHandler(fix.handler) : fix,
  );
  return {
    id: r.text(api.identity.id),
    gateway: api.identity.kind,
    base: r.url(api.identity.base),
    exchanges: api.exchangeIds.filter((id) => listed.has(id)).map((id) => r.text(id)),
    policy: reportedPolicy(api.policy, r),
    traces: api.traces.map(({ part, value, count, exchangeIds, development }) => ({
      part,
      value: part === 'origin' ? r.url(value) : r.text(value),
      count,
      exchanges: exchangeIds.filter((id) => listed.has(id)).map((id) => r.text(id)),
      development,
    })),
    leftOut: api.leftOut.map((left) => ({
      ...left,
      value: left.part === 'origin' ? r.url(left.value) : r.text(left.value),
    })),
    fixes: fixes.map(({ kind, target, title, language, text }) => ({
      kind,
      target: r.text(target),
      title: r.text(title),
      language,
      text: r.text(text),
    })),
    proof: api.proofs[api.suggested],
  };
}

function reportedPolicy(policy: Policy, r: Redactor): Policy {
  return {
    ...policy,
    origins: policy.origins.map((origin) => r.url(origin)),
    methods: policy.methods.map((method) => r.text(method)),
    headers: policy.headers.map((name) => r.text(name)),
    exposeHeaders: policy.exposeHeaders.map((name) => r.text(name)),
  };
}
