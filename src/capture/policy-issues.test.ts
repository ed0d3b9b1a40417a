import { describe, expect, it } from 'vitest';
import { assemble, judge } from '../exchange/index.ts';
import { PolicyIssues } from './policy-issues.ts';

const issue = (blockedURL: string, of: object = {}) => ({
  issue: {
    code: 'ContentSecurityPolicyIssue',
    details: {
      contentSecurityPolicyIssueDetails: {
        blockedURL,
        violatedDirective: 'connect-src',
        isReportOnly: false,
        contentSecurityPolicyViolationType: 'kURLViolation',
        sourceCodeLocation: { scriptId: '1', url: 'https://a.test/app.js', lineNumber: 4, columnNumber: 2 },
        ...of,
      },
    },
  },
});
const url = 'https://b.test/x';

function onPage(): PolicyIssues {
  const issues = new PolicyIssues();
  issues.event('', 'Page.frameNavigated', { frame: { id: 'F', url: 'https://a.test/' } });
  return issues;
}

describe('PolicyIssues', () => {
  it('tells of a call that the policy stopped and no network event told', () => {
    const issues = onPage();
    expect(issues.event('', 'Audits.issueAdded', issue(url))).toBe(true);
    const [exchange] = assemble(issues.settle(5), { source: 'debugger', browser: 'chromium' });
    expect(exchange).toMatchObject({
      origin: 'https://a.test',
      state: 'settled',
      blockedReason: 'csp',
      hops: [{ url }],
      call: [{ url: 'https://a.test/app.js', line: 5 }],
    });
    expect(exchange && judge(exchange).verdict).toMatchObject({ outcome: 'network-error', basis: 'certain' });
    expect(issues.settle(6)).toEqual([]);
  });

  it('leaves to the network what it tells: an XHR, and a redirect by the URL where it began', () => {
    const issues = onPage();
    issues.event('', 'Audits.issueAdded', issue(url));
    issues.event('', 'Network.requestWillBeSent', { requestId: '1', request: { url } });
    issues.event('', 'Network.requestWillBeSent', { requestId: '1', request: { url: 'https://c.test/' } });
    issues.event('', 'Network.loadingFailed', { requestId: '1', errorText: '', blockedReason: 'csp' });
    expect(issues.settle(5)).toEqual([]);
  });

  it('keeps a fetch beside an XHR to the same URL, and one of another target', () => {
    const issues = onPage();
    issues.event('', 'Target.attachedToTarget', {
      sessionId: 'W',
      targetInfo: { type: 'worker', url: 'https://a.test/w.js' },
    });
    for (const session of ['', '', 'W']) issues.event(session, 'Audits.issueAdded', issue(url));
    issues.event('', 'Network.requestWillBeSent', { requestId: '1', request: { url } });
    issues.event('', 'Network.loadingFailed', { requestId: '1', errorText: '', blockedReason: 'csp' });
    const requests = issues.settle(5).filter(({ type }) => type === 'request');
    expect(requests).toMatchObject([
      { requester: 'page', initiator: 'https://a.test' },
      { requester: 'worker', initiator: 'https://a.test' },
    ]);
  });

  it.each([
    ['only reported', url, { isReportOnly: true }],
    ['an image', url, { violatedDirective: 'img-src' }],
    ['a socket', 'wss://b.test/', {}],
    ['no URL', '', {}],
  ])('has nothing to say of %s', (_, blocked, of) => {
    const issues = onPage();
    expect(issues.event('', 'Audits.issueAdded', issue(blocked, of))).toBe(false);
    expect(issues.settle(5)).toEqual([]);
  });

  it('survives what it cannot read', () => {
    const issues = new PolicyIssues();
    for (const odd of [
      null,
      1,
      {},
      { issue: 1 },
      { issue: { code: 'ContentSecurityPolicyIssue', details: [] } },
    ])
      for (const method of ['Audits.issueAdded', 'Network.loadingFailed', 'Network.requestWillBeSent'])
        expect(issues.event('', method, odd)).toBe(false);
  });
});
