import { describe, expect, it } from 'vitest';
import type { FixKind } from './api-view.ts';
import { finding, policy } from './judged.testing.ts';
import { makeFixes } from './make-fixes.ts';

const targets = (kind: FixKind, given = policy(), findings = [finding([])]) =>
  makeFixes({ policy: given, kind, findings }).map((fix) => (fix.kind === 'note' ? fix.title : fix.target));

const noteText = (kind: FixKind, title: string, findings = [finding([])], given = policy()) =>
  makeFixes({ policy: given, kind, findings }).find((fix) => fix.title === title)?.text;

describe('makeFixes', () => {
  it('gives SAM first, then the handler, then what to do by hand', () => {
    expect(targets('rest')).toEqual([
      'Globals',
      'resource',
      'stage-parameter',
      'nodejs',
      'Every function behind this API',
      'Origins of development',
      'Only what was captured',
      'Redeploy',
      'Without a template: in the AWS console',
    ]);
    expect(targets('function-url')).toEqual([
      'function',
      'stage-parameter',
      'nodejs',
      'Keep the AuthType of your template',
      'No CORS headers in the function',
      'Origins of development',
      'Only what was captured',
      'Redeploy',
      'Without a template: aws lambda update-function-url-config',
      'Without a template: in the AWS console',
    ]);
    expect(targets('http')).toEqual([
      'Globals',
      'resource',
      'stage-parameter',
      'nodejs',
      'One place for CorsConfiguration',
      'Origins of development',
      'Only what was captured',
      'Redeploy',
      'Without a template: aws apigatewayv2 update-api',
      'Without a template: in the AWS console',
    ]);
  });

  it.each(['rest', 'http', 'function-url'] as const)(
    'gives only notes for %s where nobody may be allowed',
    (kind) => {
      const fixes = makeFixes({ policy: policy({ origins: [] }), kind, findings: [] });
      expect(fixes.every((fix) => fix.kind === 'note')).toBe(true);
      expect(fixes[0]?.title).toBe('Nothing to allow');
    },
  );

  it('gives routes and an OPTIONS answer where a catch-all takes the preflight, to HTTP APIs only', () => {
    const findings = [finding(['explicit-routes'])];
    const http = targets('http', policy(), findings);
    expect(http.filter((target) => /route$|^routes$/.test(target))).toEqual(['routes', 'options-route']);
    expect(http).toContain('Routes that take the preflight');
    expect(targets('rest', policy(), findings)).not.toContain('routes');
  });

  it.each([
    ['401', true],
    ['403', true],
    ['404', false],
  ] as const)('opens the OPTIONS route after a preflight answered %s: %s', (value, opened) => {
    const evidence = [{ message: 'preflight-response', header: ':status', value }] as const;
    const fixes = makeFixes({
      policy: policy(),
      kind: 'http',
      findings: [finding(['explicit-routes'], { evidence })],
    });
    expect(fixes.some((fix) => fix.language === 'yaml' && fix.text.includes('Authorizer: NONE'))).toBe(
      opened,
    );
  });

  it.each([
    ['map-integration-response', 'The integration’s response mapping'],
    ['single-header-owner', 'One owner for the CORS headers'],
    ['mend-handler', 'The function failed'],
    ['mend-client', 'The front end must change, too'],
    ['trim-request', 'Or send fewer headers'],
  ] as const)('adds a note for %s', (remedy, title) => {
    expect(noteText('rest', title, [finding([remedy])])).toBeDefined();
    expect(noteText('rest', title)).toBeUndefined();
  });

  it('says when a wildcard was replaced', () => {
    const evidence = [
      { message: 'actual-response', header: 'access-control-allow-origin', value: '*' },
    ] as const;
    const title = 'The wildcard is replaced';
    expect(noteText('http', title, [finding([], { evidence })])).toBeDefined();
    expect(noteText('http', title)).toBeUndefined();
  });

  it('says when a finding is not verified', () => {
    expect(noteText('http', 'Not verified', [finding([], { unverified: true })])).toBeDefined();
    expect(noteText('http', 'Not verified')).toBeUndefined();
  });

  it('names the values that a REST API cannot hold', () => {
    const given = policy({ headers: ["it's", 'x-a'] });
    expect(noteText('rest', 'Values that a REST API cannot hold', [], given)).toContain(`"it's"`);
    expect(noteText('http', 'Values that a REST API cannot hold', [], given)).toBeUndefined();
    const odd = policy({ methods: ['GET', 'PURGE'] });
    expect(noteText('function-url', 'Values that a function URL cannot hold', [], odd)).toContain('"PURGE"');
  });

  it('explains several origins, and the errors that stay unreadable', () => {
    const two = policy({ origins: ['https://a.test', 'https://b.test'] });
    expect(targets('rest', two)).toContain('Several origins on a REST API');
    expect(targets('rest', two)).not.toContain('The gateway’s own errors with several origins');
    expect(targets('rest', two, [finding(['gateway-error-headers'])])).toContain(
      'The gateway’s own errors with several origins',
    );
  });

  it('quotes what was left out', () => {
    const fixes = makeFixes({
      policy: policy(),
      kind: 'rest',
      findings: [],
      leftOut: [
        { part: 'origin', value: 'null', reason: 'opaque' },
        { part: 'header', value: 'a\nb', reason: 'malformed' },
      ],
    });
    expect(fixes.map((fix) => fix.title)).toEqual(
      expect.arrayContaining(['Left out: origin "null"', 'Left out: header "a\\nb"']),
    );
  });
});
