import type { WireEvent } from '../exchange/index.ts';
import { debuggerCall } from './debugger-call.ts';
import { fieldsOf, textOf } from './debugger-field.ts';
import { originOfContext } from './debugger-origin.ts';
import { DebuggerTargets } from './debugger-targets.ts';
import { withoutFragment } from './har-entry.ts';

interface Waiting {
  readonly session: string;
  readonly url: string;
  readonly location: unknown;
}

/** How many issues wait, and how many requests are remembered, at most. */
const most = 500;

/**
 * Calls that the page's own policy (CSP `connect-src`, also by way of `default-src`) stopped and that no network event
 * tells: Chromium tells of `fetch` and beacons in an issue alone, of XHR and event streams in both, the issue first
 * (measured in version 156). So an issue waits; the caller settles once the network had its say.
 */
export class PolicyIssues {
  readonly #targets = new DebuggerTargets();
  /** First URL by request. */
  readonly #urls = new Map<string, string>();
  #waiting: Waiting[] = [];
  #page = '';
  #count = 0;

  /** Takes every event of the protocol; tells whether this one waits to be settled. */
  event(session: string, method: string, params: unknown): boolean {
    const fields = fieldsOf(params);
    switch (method) {
      case 'Target.attachedToTarget':
        this.#targets.attached(params);
        break;
      case 'Target.detachedFromTarget':
        this.#targets.detached(textOf(fields.sessionId));
        break;
      case 'Page.frameNavigated': {
        const frame = fieldsOf(fields.frame);
        if (session === '' && textOf(frame.parentId) === '') this.#page = textOf(frame.url);
        break;
      }
      case 'Network.requestWillBeSent':
        this.#remember(textOf(fields.requestId), textOf(fieldsOf(fields.request).url));
        if (session === '' && this.#page === '') this.#page = textOf(fields.documentURL);
        break;
      case 'Network.loadingFailed':
        if (fields.blockedReason === 'csp') this.#told(session, textOf(fields.requestId));
        break;
      case 'Audits.issueAdded':
        return this.#issue(session, fieldsOf(fields.issue));
    }
    return false;
  }

  /** What waited, as requests that failed at this time (ms since the epoch). */
  settle(time: number): readonly WireEvent[] {
    const waiting = this.#waiting;
    this.#waiting = [];
    return waiting.flatMap((each) => this.#unsent(each, time));
  }

  #remember(id: string, url: string): void {
    if (id === '' || this.#urls.has(id)) return;
    this.#urls.set(id, withoutFragment(url));
    if (this.#urls.size <= most) return;
    for (const oldest of this.#urls.keys()) {
      this.#urls.delete(oldest);
      return;
    }
  }

  #issue(session: string, issue: ReturnType<typeof fieldsOf>): boolean {
    if (issue.code !== 'ContentSecurityPolicyIssue') return false;
    const details = fieldsOf(fieldsOf(issue.details).contentSecurityPolicyIssueDetails);
    const url = withoutFragment(textOf(details.blockedURL));
    const isConnect = /^(connect|default)-src\b/.test(textOf(details.violatedDirective));
    if (!isConnect || details.isReportOnly === true || !/^https?:/i.test(url)) return false;
    if (this.#waiting.length === most) return false;
    this.#waiting.push({ session, url, location: details.sourceCodeLocation });
    return true;
  }

  /** The network told it too. */
  #told(session: string, id: string): void {
    const url = this.#urls.get(id);
    const at = this.#waiting.findIndex((each) => each.session === session && each.url === url);
    if (at >= 0) this.#waiting.splice(at, 1);
  }

  #unsent({ session, url, location }: Waiting, time: number): readonly WireEvent[] {
    this.#count += 1;
    const target = this.#targets.of(session);
    const base = { id: `policy-${this.#count}`, time };
    const call = debuggerCall({ callFrames: [location] });
    return [
      {
        ...base,
        type: 'request',
        // The issue does not tell the method; `fetch` and beacons are what it alone tells.
        method: 'GET',
        url,
        resourceType: 'fetch',
        initiator: originOfContext(session === '' ? this.#page : target.url),
        scope: session,
        isPreflight: false,
        preflightOf: null,
        requester: target.requester,
        ...(call.length === 0 ? {} : { call }),
      },
      { ...base, type: 'failure', error: '', blockedReason: 'csp' },
    ];
  }
}
