import { headerValue } from '../../cors/index.ts';
import type { Diagnosed } from '../../diagnosis/index.ts';
import type { Browser, PreflightState, ResourceType, SourceKind } from '../../exchange/index.ts';
import type { GatewayKind } from '../../gateway/index.ts';
import type { ReportedExchange, ReportedHop, ReportedMessages } from '../report.ts';

/** What the picture of an exchange is drawn from: a live one, or one that a report tells, redacted. */
export interface Pictured {
  readonly resourceType: ResourceType;
  readonly source: SourceKind;
  readonly browser: Browser;
  readonly unfinished: boolean;
  /** The method that the page asked for. */
  readonly method: string;
  readonly hops: readonly ReportedHop[];
  /** Index of the hop at which it was decided. */
  readonly deciding: number;
  readonly preflight: PreflightState;
  readonly cachedPreflight: ReportedMessages | null;
  readonly verdict: Pick<ReportedExchange['verdict'], 'outcome' | 'step' | 'code' | 'parameter'>;
  /** Names of the request headers that need leave. */
  readonly needs: readonly string[];
  readonly gateway: GatewayKind;
}

export function pictured({ exchange, judgement, gateway }: Diagnosed): Pictured {
  return {
    resourceType: exchange.resourceType,
    source: exchange.source,
    browser: exchange.browser,
    unfinished: exchange.unfinished,
    method: firstMethod(exchange.hops) ?? judgement.needs.method,
    hops: exchange.hops,
    deciding: within(exchange.hops, judgement.hop),
    preflight: judgement.preflight,
    cachedPreflight: exchange.cachedPreflight,
    verdict: judgement.verdict,
    needs: judgement.needs.headers,
    gateway: gateway.kind,
  };
}

/** A report names the deciding hop by its URL alone: the last one of that URL. */
export function picturedReport(exchange: ReportedExchange): Pictured {
  const { hops, verdict } = exchange;
  const at = hops.map(({ url }) => url).lastIndexOf(verdict.url);
  const preflight = hops[0]?.preflight ?? exchange.cachedPreflight;
  const acrh = preflight && headerValue(preflight.request.headers, 'access-control-request-headers');
  return {
    resourceType: exchange.resourceType,
    source: exchange.source,
    browser: exchange.browser,
    unfinished: exchange.unfinished,
    method: firstMethod(hops) ?? exchange.request.method,
    hops,
    deciding: within(hops, at < 0 ? hops.length - 1 : at),
    preflight: exchange.preflight,
    cachedPreflight: exchange.cachedPreflight,
    verdict,
    needs: acrh ? acrh.split(/\s*,\s*/).filter((name) => name !== '') : [],
    gateway: exchange.gateway.kind,
  };
}

const within = (hops: readonly unknown[], index: number): number =>
  Math.max(0, Math.min(hops.length - 1, index));

/** Where only the preflight was seen, the method that it announced. */
function firstMethod([first]: readonly ReportedHop[]): string | null {
  if (first?.actual) return first.actual.request.method;
  return first?.preflight
    ? headerValue(first.preflight.request.headers, 'access-control-request-method')
    : null;
}
