import type { HeaderLines } from '../../cors/index.ts';
import type { Diagnosed, Finding } from '../../diagnosis/index.ts';
import { type Exchange, type Exchanged, type Judgement, untold, type Verdict } from '../../exchange/index.ts';
import type { GatewayKind } from '../../gateway/index.ts';

export const origin = 'http://localhost:3000';
const epoch = Date.UTC(2026, 0, 1);

interface MessageParts {
  readonly method: string;
  readonly url: string;
  readonly sent?: HeaderLines;
  /** Absent: no response. */
  readonly status?: number;
  readonly got?: HeaderLines;
  readonly error?: string;
}

/** A request with its response. */
export function message({ method, url, sent = [], status, got = [], error }: MessageParts): Exchanged {
  return {
    request: { method, url, headers: [['origin', origin], ...sent], headersKnown: true },
    response: status === undefined ? null : { status, headers: got, body: null, fromCache: false },
    error: error ?? null,
    startedAt: epoch,
    endedAt: epoch + 20,
  };
}

export function finding(parts: Partial<Finding> & Pick<Finding, 'rule' | 'title'>): Finding {
  return {
    severity: 'error',
    owner: 'gateway',
    explanation: 'Why this happens, in full.',
    confidence: 'certain',
    unverified: false,
    causedBy: null,
    evidence: [],
    remedies: ['none'],
    ...parts,
  };
}

interface DiagnosedParts {
  readonly id: string;
  readonly apiId: string;
  readonly kind: GatewayKind;
  readonly url: string;
  readonly preflight?: Exchanged;
  readonly actual?: Exchanged;
  readonly verdict?: Partial<Verdict>;
  readonly judgement?: Partial<Judgement>;
  readonly exchange?: Partial<Exchange>;
  readonly findings?: readonly Finding[];
}

/** A diagnosed exchange of one hop; whatever is not given is that of an allowed simple GET. */
export function diagnosed(parts: DiagnosedParts): Diagnosed {
  const { id, url, preflight = null, actual = null } = parts;
  return {
    exchange: {
      id,
      source: 'webRequest',
      browser: 'chromium',
      resourceType: 'fetch',
      origin,
      hops: [{ url, preflight, actual }],
      startedAt: epoch + Number(id),
      state: 'settled',
      error: null,
      ...untold,
      ...parts.exchange,
    },
    judgement: {
      preflight: preflight === null ? 'not-needed' : 'sent',
      inferred: { credentials: 'same-origin' },
      hop: 0,
      needs: { method: actual?.request.method ?? 'GET', headers: [] },
      deviations: [],
      disagreement: null,
      ...parts.judgement,
      verdict: {
        outcome: 'allowed',
        step: null,
        code: null,
        parameter: null,
        url,
        basis: 'certain',
        alternatives: [],
        ...parts.verdict,
      },
    },
    gateway: { kind: parts.kind, evidence: [] },
    apiId: parts.apiId,
    findings: parts.findings ?? [],
    settings: {},
  };
}
