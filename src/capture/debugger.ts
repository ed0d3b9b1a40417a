import type { Reported, WireEvent } from '../exchange/index.ts';
import { DebuggerClock } from './debugger-clock.ts';
import { fieldsOf, textOf } from './debugger-field.ts';
import { type JoinedRequest, mostHops } from './debugger-joined.ts';
import { originOfContext } from './debugger-origin.ts';
import { type CorsIssue, corsIssue, debuggerRefusal } from './debugger-refusal.ts';
import {
  flag,
  type RequestSeen,
  readReceived,
  readRequest,
  readResponse,
  readSent,
} from './debugger-request.ts';
import { addTo, type DebuggerLimits, DebuggerRequests, debuggerLimits } from './debugger-requests.ts';
import { DebuggerTargets } from './debugger-targets.ts';

type Events = readonly WireEvent[];

/**
 * Decodes the events of `chrome.debugger` (CDP `Network`, `Audits`, `Target`) into wire events; call it in the browser's
 * order. `sessionId` is empty for the tab's own session; what a child session is, is learnt from
 * `Target.attachedToTarget`. Other events, and whatever cannot be read, give nothing. Never throws.
 */
export class DebuggerDecoder {
  readonly #requests: DebuggerRequests;
  readonly #targets = new DebuggerTargets();
  #time = 0;
  #issues = 0;

  constructor(limits: DebuggerLimits = debuggerLimits) {
    this.#requests = new DebuggerRequests(limits);
  }

  /** How many things it remembers, of all kinds. */
  get kept(): number {
    return this.#requests.size + this.#targets.size;
  }

  event(sessionId: string, method: string, params: unknown): Events {
    switch (method) {
      case 'Target.attachedToTarget':
        this.#targets.attached(params);
        return [];
      case 'Target.detachedFromTarget':
        return this.#detached(textOf(fieldsOf(params).sessionId));
      case 'Inspector.targetCrashed':
        return this.#lost(sessionId);
      case 'Audits.issueAdded':
        return this.#issue(sessionId, corsIssue(params));
    }
    const raw = textOf(fieldsOf(params).requestId);
    if (raw === '' || !method.startsWith('Network.')) return [];
    const known = this.#requests.find(sessionId, raw);
    if (method === 'Network.requestWillBeSent') return this.#request(sessionId, raw, known, params);
    return known === undefined ? this.#keep(raw, method, params) : this.#follow(known, method, params);
  }

  /** An event of a request that was not seen yet: only ExtraInfo and refusals may come before it. */
  #keep(raw: string, method: string, params: unknown): Events {
    if (method === 'Network.requestWillBeSentExtraInfo') {
      addTo(this.#requests.unjoined(raw).sent, readSent(params));
    } else if (method === 'Network.responseReceivedExtraInfo') {
      addTo(this.#requests.unjoined(raw).received, readReceived(params));
    }
    return [];
  }

  #follow(known: JoinedRequest, method: string, params: unknown): Events {
    const fields = fieldsOf(params);
    switch (method) {
      case 'Network.requestWillBeSentExtraInfo':
        known.addSent(readSent(params));
        return this.#tell(known);
      case 'Network.responseReceivedExtraInfo':
        known.addReceived(readReceived(params));
        return this.#tell(known);
      case 'Network.requestServedFromCache':
        known.isFromMemory = true;
        return [];
      case 'Network.responseReceived': {
        const head = readResponse(fields.response, true);
        known.clock.at(fields.timestamp);
        const fromCache = head.fromCache || known.isFromMemory;
        known.setHead({ ...head, fromCache }, flag(fields.hasExtraInfo));
        return this.#tell(known);
      }
      case 'Network.loadingFinished':
        return this.#ends(known, fields.timestamp, { type: 'completion', body: null });
      case 'Network.loadingFailed':
        return this.#failed(known, params);
    }
    return [];
  }

  #request(session: string, raw: string, known: JoinedRequest | undefined, params: unknown): Events {
    const seen = readRequest(params);
    const { timestamp } = fieldsOf(params);
    if (known !== undefined && !known.ended) {
      if (seen.redirect !== null) return this.#redirected(session, known, seen, timestamp);
      // Two sessions may show the same request.
      if (known.isRepeatedBy(seen.method, seen.url)) return [];
      // A redirect that the page's own rules stop (mode `same-origin`, CSP) comes without the response that led there.
      if (known.session === session) return this.#redirected(session, known, seen, timestamp);
    }
    if (seen.url === '') return [];
    const clock = new DebuggerClock(seen.wallTime, timestamp, this.#time);
    this.#time = clock.now;
    const request = this.#requests.begin(session, raw, clock);
    const early = this.#requests.takeUnjoined(raw);
    for (const sent of early?.sent ?? []) request.addSent(sent);
    for (const received of early?.received ?? []) request.addReceived(received);
    const events = this.#hop(session, request, seen);
    if (!early?.refusal) return events;
    return [...events, this.#refusal(request, early.refusal.refusal, early.refusal.origin)];
  }

  #redirected(session: string, known: JoinedRequest, seen: RequestSeen, timestamp: unknown): Events {
    if (known.hops >= mostHops) return [];
    const time = known.clock.at(timestamp);
    if (seen.redirect !== null) known.setHead(seen.redirect.head, seen.redirect.hasExtra);
    const before = this.#tell(known);
    const { status, headers } = known.head;
    const redirect = { id: known.id, time, type: 'redirect', status, headers, location: seen.url } as const;
    return [...before, ...(status === 0 ? [] : [redirect]), ...this.#hop(session, known, seen)];
  }

  /** The next hop of a request, or its first. */
  #hop(session: string, request: JoinedRequest, seen: RequestSeen): Events {
    const target = this.#targets.of(session);
    const actual = this.#requests.find(session, seen.preflightOf);
    request.beginHop(seen);
    const event: WireEvent = {
      type: 'request',
      id: request.id,
      time: request.clock.now,
      method: seen.method,
      url: seen.url,
      resourceType: seen.resourceType,
      initiator: seen.isPreflight ? null : originOfContext(seen.documentUrl || target.url),
      scope: seen.isPreflight ? '' : seen.frame || session,
      isPreflight: seen.isPreflight,
      preflightOf: seen.preflightOf === '' ? null : (actual?.id ?? seen.preflightOf),
      ...(target.requester === 'page' ? {} : { requester: target.requester }),
      ...(seen.call.length === 0 ? {} : { call: seen.call }),
    };
    return [event, ...this.#tell(request)];
  }

  #tell(request: JoinedRequest): Events {
    this.#requests.touch(request);
    this.#time = Math.max(this.#time, request.clock.now);
    return request.tell();
  }

  #failed(request: JoinedRequest, params: unknown): Events {
    const { timestamp, errorText, canceled, blockedReason, corsErrorStatus } = fieldsOf(params);
    const refusal = debuggerRefusal(corsErrorStatus);
    const error = textOf(errorText) || (canceled === true ? 'net::ERR_ABORTED' : 'net::ERR_FAILED');
    const blocked = textOf(blockedReason);
    const why = refusal === null ? [] : [this.#refusal(request, refusal, null)];
    return [
      ...why,
      ...this.#ends(request, timestamp, {
        type: 'failure',
        error,
        ...(blocked === '' ? {} : { blockedReason: blocked }),
      }),
    ];
  }

  #ends(
    request: JoinedRequest,
    timestamp: unknown,
    end:
      | Pick<Extract<WireEvent, { type: 'completion' }>, 'type' | 'body'>
      | Pick<Extract<WireEvent, { type: 'failure' }>, 'type' | 'error' | 'blockedReason'>,
  ): Events {
    if (request.ended) return [];
    request.ended = true;
    const time = request.clock.at(timestamp);
    return [...this.#tell(request), { id: request.id, time, ...end }];
  }

  #refusal({ id, clock }: JoinedRequest, refusal: Reported, initiator: string | null): WireEvent {
    const origin = initiator === null ? {} : { initiator };
    return { type: 'refusal', id, time: clock.now, refusal, ...origin };
  }

  #issue(session: string, issue: CorsIssue | null): Events {
    if (issue === null) return [];
    const { requestId, refusal, origin } = issue;
    if (requestId === '') return this.#unsent(session, issue);
    const known = this.#requests.find(session, requestId);
    if (known !== undefined) return [this.#refusal(known, refusal, origin)];
    this.#requests.unjoined(requestId).refusal = { refusal, origin };
    return [];
  }

  /** A request that was refused before any network event: the issue is all there is. */
  #unsent(session: string, { url, refusal, origin, call }: CorsIssue): Events {
    if (url === '') return [];
    this.#issues += 1;
    const { requester } = this.#targets.of(session);
    const base = { id: `issue-${this.#issues}`, time: this.#time };
    return [
      {
        ...base,
        type: 'request',
        method: 'GET',
        url,
        resourceType: 'fetch',
        initiator: origin,
        scope: session,
        isPreflight: false,
        preflightOf: null,
        requester,
        call,
      },
      { ...base, type: 'refusal', refusal },
      { ...base, type: 'failure', error: 'net::ERR_FAILED' },
    ];
  }

  /** What a worker or frame had under way when it went will never be told to end. */
  #detached(session: string): Events {
    this.#targets.detached(session);
    return session === '' ? [] : this.#lost(session);
  }

  #lost(session: string): Events {
    return this.#requests
      .openOf(session)
      .flatMap((request) => this.#ends(request, null, { type: 'failure', error: 'net::ERR_ABORTED' }));
  }
}
