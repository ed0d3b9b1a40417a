import type { Basis, Exchange, Inference, Judgement, ManualSettings } from '../exchange/index.ts';
import { inferenceOf } from '../exchange/index.ts';

export type FactName = 'credentials' | 'mode' | 'preflight' | 'tab';

/** One fact that the wire need not carry, in words. Words of code stand in backticks; none comes from the wire. */
export interface FactWords {
  readonly fact: FactName;
  readonly name: string;
  readonly value: string;
  readonly basis: Basis;
  /** What it was taken from; empty where the user said it. */
  readonly because: string;
}

/** The facts of a judgement that the wire need not carry, told one by one, and whether the user's word fits the capture. */
export function inferenceWords(
  exchange: Exchange,
  judgement: Judgement,
  settings: ManualSettings,
): { readonly facts: readonly FactWords[]; readonly againstCapture: boolean } {
  const inference = inferenceOf(exchange, judgement, settings);
  const { credentials, mode, preflight, tab } = inference;
  const facts: FactWords[] = [];
  if (credentials !== null) {
    facts.push({
      fact: 'credentials',
      name: 'Credentials mode',
      value: credentialsValue(credentials),
      basis: credentials.basis,
      because: because.credentials[credentials.ground],
    });
  }
  facts.push(
    {
      fact: 'mode',
      name: 'Request mode',
      value: mode.value === null ? 'taken to be `cors`' : `\`${mode.value}\``,
      basis: mode.basis,
      because: because.mode[mode.ground],
    },
    {
      fact: 'preflight',
      name: 'Preflight',
      value: preflightValues[judgement.preflight],
      basis: preflight.basis,
      because:
        preflight.ground === 'earlier-preflight' ? earlier(exchange) : because.preflight[preflight.ground],
    },
    {
      fact: 'tab',
      name: 'From',
      value: tabValue(exchange),
      basis: tab.basis,
      because: because.tab[tab.ground],
    },
  );
  return { facts, againstCapture: inference.againstCapture };
}

/** `omit` and `same-origin` are one across origins, so that the capture tells no more than this of them. */
function credentialsValue({ value, basis }: NonNullable<Inference['credentials']>): string {
  if (value === null) return 'not told';
  return basis === 'by-hand' || value === 'include' ? `\`${value}\`` : 'not `include`';
}

const preflightValues: Readonly<Record<Judgement['preflight'], string>> = {
  sent: 'sent',
  'not-needed': 'not needed',
  cached: 'answered from the browser’s cache',
  missing: 'owed, but none was seen',
};

function tabValue({ requester, tabInferred }: Exchange): string {
  const who = {
    page: 'a page or frame',
    worker: 'a worker',
    'shared-worker': 'a shared worker',
    'service-worker': 'a service worker',
    'background-worker': 'a shared or service worker',
  }[requester];
  return tabInferred ? `${who}, taken to be this tab’s` : `${who} of this tab`;
}

/** `no preflight on the wire; one passed 12 s before`. */
function earlier({ hops, cachedPreflight }: Exchange): string {
  const owed = hops.find((hop) => hop.preflight === null && hop.url === cachedPreflight?.request.url);
  const from = cachedPreflight?.endedAt ?? cachedPreflight?.startedAt;
  const until = owed?.actual?.startedAt;
  const ago = from === undefined || until === undefined ? 'before' : `${span(until - from)} before`;
  return `no preflight was on the wire; one for the same URL passed ${ago}`;
}

function span(milliseconds: number): string {
  const seconds = Math.max(0, milliseconds) / 1000;
  if (seconds < 1) return 'less than 1 s';
  if (seconds < 120) return `${Math.round(seconds)} s`;
  return `${Math.round(seconds / 60)} min`;
}

type Grounds = {
  readonly credentials: Readonly<Record<NonNullable<Inference['credentials']>['ground'], string>>;
  readonly mode: Readonly<Record<Inference['mode']['ground'], string>>;
  readonly preflight: Readonly<
    Record<Exclude<Inference['preflight']['ground'], 'earlier-preflight'>, string>
  >;
  readonly tab: Readonly<Record<Inference['tab']['ground'], string>>;
};

const because: Grounds = {
  credentials: {
    'by-hand': '',
    cookie: 'the request carried cookies',
    'cookies-told': 'the browser attached or held back cookies for it',
    outcome: 'only so does the answer explain what the browser did',
    'nothing-needs-include': 'the capture carries no sign of credentials, and nothing it shows needs them',
    nothing: 'the capture doesn’t carry it, and it doesn’t matter here',
  },
  mode: {
    'by-hand': '',
    'browser-refusal': 'the browser named a CORS error',
    'preflight-sent': 'only `cors` requests are preflighted',
    'sec-fetch-mode': '`Sec-Fetch-Mode` says so',
    'no-origin': 'a `cors` request to another origin would carry `Origin`',
    'origin-sent': 'it carried `Origin`, as `cors` requests do',
    emptied: 'the browser emptied the answer, as it does to `no-cors` requests',
    'passed-against-cors': 'the browser let it pass, though CORS would have stopped it',
    nothing: 'the capture doesn’t carry it',
  },
  preflight: {
    'by-hand': '',
    'on-the-wire': 'it is in the capture',
    'not-owed': 'the request’s method and headers owe none',
    'none-seen': 'no preflight was on the wire, and none before that a cache could have kept',
  },
  tab: {
    source: 'the browser says so',
    'requester-origin': 'the browser tells no tab; this tab has shown the worker’s origin',
  },
};
