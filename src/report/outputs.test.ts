import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Diagnosed } from '../diagnosis/index.ts';
import { buildReport } from './build.ts';
import { toHtml } from './html.ts';
import { htmlStyle, htmlStyleHash } from './html-style.ts';
import { toJson } from './json.ts';
import { codeFence, codeSpan, escapeMarkdown, toMarkdown } from './markdown.ts';
import type { Report } from './report.ts';
import { sampleBlocked, sampleInput, sampleMessages } from './samples.ts';
import { toText } from './text.ts';

const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        ...[
          '`',
          '``',
          '```\n',
          '|',
          '<script>',
          '</pre>',
          '&lt;',
          '\n',
          '\r',
          '# ',
          '- ',
          '](http://x)',
          '[a',
          '"',
        ],
        ...[
          "'",
          '\\',
          '@user',
          'www.x.y',
          'https://x',
          '\u001b[2J',
          '\u009b',
          '\u202e',
          '\u2028',
          '\ud800',
          '~~~',
          '*',
        ],
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join('')),
);

/** The same string in every place that a stranger can fill. */
function filledWith(s: string, redact = false): Report {
  const blocked = sampleBlocked();
  const messages = sampleMessages(s, s, [[s, s]], { status: 200, headers: [[s, s]] });
  const [finding] = blocked.findings;
  const diagnosed: Diagnosed = {
    ...blocked,
    exchange: {
      ...blocked.exchange,
      origin: s,
      error: s,
      hops: [{ url: s, preflight: messages, actual: messages }],
      reported: { code: null, name: s, parameter: s },
      blockedReason: s,
      call: [{ functionName: s, url: s, line: 1, column: 1 }],
    },
    judgement: {
      ...blocked.judgement,
      disagreement: { computed: 'allowed', reported: s },
      verdict: { ...blocked.judgement.verdict, parameter: s, url: s },
    },
    gateway: { kind: 'rest', evidence: [s] },
    findings: finding
      ? [
          {
            ...finding,
            title: s,
            explanation: s,
            evidence: [{ message: 'actual-request', header: s, value: s, note: s }],
          },
        ]
      : [],
  };
  const input = sampleInput([diagnosed]);
  const apis = input.apis.map((api) => ({
    ...api,
    identity: { ...api.identity, base: s },
    policy: { ...api.policy, origins: [s], methods: [s], headers: [s] },
    traces: [{ part: 'origin', value: s, count: 1, exchangeIds: [s], development: false } as const],
    leftOut: [{ part: 'header', value: s, reason: 'malformed' } as const],
    fixes: {
      rest: [{ kind: 'sam', target: s, title: s, language: 'yaml', text: s } as const],
      http: [],
      'function-url': [],
    },
  }));
  return buildReport({ ...input, source: { kind: 'har', browser: s }, apis }, { redact });
}

const report = buildReport(sampleInput(), { redact: true });

describe('JSON', () => {
  test('reads back as the same report, whatever it holds', () => {
    fc.assert(
      fc.property(hostile, (s) => {
        const filled = filledWith(s);
        expect(JSON.parse(toJson(filled))).toEqual(filled);
      }),
    );
  });

  test('holds no character that a terminal acts on', () => {
    fc.assert(
      fc.property(hostile, (s) => {
        expect(toJson(filledWith(s))).not.toMatch(/(?!\n)[\p{Cc}\u2028\u2029\u202e]/u);
      }),
    );
  });
});

describe('Markdown', () => {
  test('a code span’s fence is longer than any run of backticks in it, and it is one line', () => {
    fc.assert(
      fc.property(
        hostile.filter((s) => s !== ''),
        (s) => {
          const span = codeSpan(s);
          const fence = /^`+/.exec(span)?.[0] ?? '';
          const inside = span.slice(fence.length, -fence.length);
          expect(span.endsWith(fence)).toBe(true);
          expect(inside.match(/`+/g)?.some((run) => run.length >= fence.length) ?? false).toBe(false);
          expect(inside).not.toMatch(/^`|`$/);
          expect(span).not.toMatch(/[\n\r]/);
        },
      ),
    );
  });

  test('a fenced block closes only at its end', () => {
    fc.assert(
      fc.property(hostile, (s) => {
        const lines = codeFence('yaml', s).split('\n');
        const fence = /^`+/.exec(lines[0] ?? '')?.[0] ?? '';
        expect(lines.slice(1).findIndex((line) => line.includes(fence))).toBe(lines.length - 2);
      }),
    );
  });

  test('prose holds no character of markup without a backslash before it', () => {
    fc.assert(
      fc.property(hostile, (s) => {
        const escaped = escapeMarkdown(s);
        expect(escaped.replace(/\\[\\`*_[\]<>&|~$]/g, '')).not.toMatch(/[\\`*_[\]<>&|~$\n\r]/);
        expect(escaped).not.toMatch(/@(?!\u200b)|:\/\/(?!\u200b)|www\.(?!\u200b)/i);
      }),
    );
  });

  test('outside of code, a report full of strangers’ text has the same structure as an empty one', () => {
    const structure = (markdown: string): string[] => {
      const kinds: string[] = [];
      let fence: string | null = null;
      for (const line of markdown.split('\n')) {
        if (fence !== null) {
          if (line === fence) fence = null;
        } else if (/^`{3,}[^`]*$/.test(line)) {
          // CommonMark: what follows an opening fence holds no backtick; else it is a code span.
          fence = /^`+/.exec(line)?.[0] ?? null;
          kinds.push('code');
        } else if (/^(#{1,3}|-)( |$)/.test(line)) kinds.push(line.startsWith('-') ? '-' : '#');
      }
      return kinds;
    };
    const expected = structure(toMarkdown(filledWith('x')));
    fc.assert(
      fc.property(hostile, (s) => {
        expect(structure(toMarkdown(filledWith(s)))).toEqual(expected);
      }),
      { examples: [['"``"']] },
    );
  });

  test.each([
    ['a`b', '``a`b``'],
    ['`', '`` ` ``'],
    [' a ', '`  a  `'],
    ['<b>', '`<b>`'],
    ['a\nb\u001b', '`a\\nb\\u{1b}`'],
    ['', '(empty)'],
  ])('%j as a code span is %j', (value, expected) => {
    expect(codeSpan(value)).toBe(expected);
  });

  test('reads well in a ticket', () => {
    const markdown = toMarkdown(report);
    expect(markdown).toMatch(
      /^# CORS report\n\n2 cross-origin requests: 1 blocked, 1 allowed\.\n\n## Blocked: `PUT` /,
    );
    expect(markdown).toContain('\n- Fails at the preflight: `PreflightMissingAllowOriginHeader`\n');
    expect(markdown).toContain('### OPTIONS is behind an authorizer\n');
    expect(markdown).toContain('Unverified: it rests on AWS behaviour that was not recorded.');
    expect(markdown).toContain('- preflight response, `:status`: `401` (not an ok status)');
    expect(markdown).toContain('```yaml\nGlobals:\n  Api:\n');
    expect(markdown).toContain('2 of 2 captured requests pass, 3 of 3 strangers are refused.');
  });
});

describe('the policy', () => {
  test('says of every entry how many requests asked for it, and which origin is of development', () => {
    for (const written of [toText(report), toMarkdown(report).replaceAll('`', '')]) {
      expect(written).toContain('Origins: http://localhost:3000 (2 requests, of development)');
      expect(written).toContain('Methods: GET (1 request), PUT (1 request)');
      expect(written).toContain('Exposed headers: none');
      expect(written).toMatch(/Credentials: no$/m);
    }
  });

  test('of another version’s report has no counts, and stands all the same', () => {
    const [api = null] = report.apis;
    const bare = { ...report, apis: api === null ? [] : [{ ...api, traces: [] }] };
    expect(toText(bare)).toMatch(/Methods: GET, PUT$/m);
  });
});

describe('what rules quote', () => {
  const told = (explanation: string): Report => {
    const blocked = sampleBlocked();
    const findings = blocked.findings.map((finding) => ({ ...finding, explanation }));
    return buildReport(sampleInput([{ ...blocked, findings }]), { redact: true });
  };

  test.each([
    ['It says "null" now.', 'It says `null` now.', 'It says <code>null</code> now.'],
    ['It says "\\"a\\\\\\"".', 'It says `"a\\"`.', 'It says <code>&quot;a\\&quot;</code>.'],
    ['Here `*` is "a`b".', 'Here `*` is ``a`b``.', 'Here <code>*</code> is <code>a`b</code>.'],
    ['One " and ` alone', 'One " and \\` alone', 'One &quot; and ` alone'],
  ])('%s', (explanation, markdown, html) => {
    expect(toMarkdown(told(explanation))).toContain(`\n${markdown}\n`);
    expect(toHtml(told(explanation))).toContain(`>${html}<`);
    expect(toText(told(explanation))).toContain(`\n${explanation}\n`);
  });
});

describe('HTML', () => {
  /** Those of the pictures, which depend on the values' lengths, have tests of their own. */
  const tags = (html: string): readonly string[] =>
    html.replace(/<figure .*?<\/figure>/gs, '').match(/<[^>]*>/g) ?? [];

  test('values add no tag and change none', () => {
    const expected = tags(toHtml(filledWith('x')));
    fc.assert(
      fc.property(
        hostile.filter((s) => s !== '' && !/["`]/.test(s)),
        (s) => {
          expect(tags(toHtml(filledWith(s)))).toEqual(expected);
        },
      ),
    );
  });

  test('quoted values become code elements and no other', () => {
    fc.assert(
      fc.property(hostile, (s) => {
        const names = new Set(
          tags(toHtml(filledWith(`"${s}" and "${s}"`))).map((tag) => tag.split(/[ >]/)[0]),
        );
        for (const name of names) {
          expect(name).toMatch(
            /^<\/?(!doctype|html|head|meta|title|style|body|main|h[1-3]|p|ul|li|pre|code|a|ol|section|article)$/,
          );
        }
      }),
    );
  });

  test('its policy allows its own style sheet by hash and nothing else', () => {
    expect(htmlStyleHash).toBe(`sha256-${createHash('sha256').update(htmlStyle).digest('base64')}`);
    const html = toHtml(report);
    expect(html).toContain(
      `content="default-src 'none'; style-src '${htmlStyleHash}'; base-uri 'none'; form-action 'none'"`,
    );
    expect(html).toContain(`<style>${htmlStyle}</style>`);
    expect(html).not.toMatch(
      /<script|<a (?!href="(?:https:\/\/cors-inspector\.dev\/causes\.md#[\w-]+|#s\d+)">)|<img|<link|style="|\son\w+=/,
    );
  });
});

describe('the contents of the HTML', () => {
  const html = (count: number): string =>
    toHtml(buildReport(sampleInput(Array.from({ length: count }, () => sampleBlocked())), { redact: true }));

  test('lead to a section for each exchange that is told of', () => {
    const written = html(3);
    const targets = [...written.matchAll(/<a href="#(s\d+)">/g)].map((match) => match[1]);
    expect(targets).toEqual(['s1', 's2', 's3']);
    for (const target of targets) expect(written).toContain(`<section id="${target}" class="bad">`);
  });

  test('are left out for one, and end where nobody reads on', () => {
    expect(html(1)).not.toContain('<ol>');
    expect(html(203).match(/<a href="#s/g)).toHaveLength(200);
    expect(html(203)).toContain('and 3 more');
  });
});

describe('text', () => {
  test('no value reaches the terminal as a control', () => {
    fc.assert(
      fc.property(hostile, (s) => {
        expect(toText(filledWith(s))).not.toMatch(/(?![\n\t])[\p{Cc}\u202e\u2028]/u);
      }),
    );
  });

  test('says what failed, why, and what to change; headers stay out', () => {
    const text = toText(report);
    expect(text).toContain('Blocked: PUT https://a1b2c3.execute-api.us-east-1.amazonaws.com/Prod/orders');
    expect(text).toContain('  - Fails at the preflight: PreflightMissingAllowOriginHeader');
    expect(text).toContain('      AddDefaultAuthorizerToCorsPreflight: false');
    expect(text).toContain('GET https://a1b2c3.execute-api.us-east-1.amazonaws.com/Prod/orders: allowed');
    expect(text).not.toContain('x-amzn-ErrorType: ');
  });

  test('an empty capture is said to be empty', () => {
    const empty = buildReport({ source: { kind: 'har' }, exchanges: [], apis: [] }, { redact: true });
    expect(toText(empty)).toContain('No cross-origin requests were captured.');
  });

  test('a verdict that the browser contradicts is said to be our fault', () => {
    const blocked = sampleBlocked();
    const disagreement = { computed: 'allowed', reported: 'InvalidResponse' } as const;
    const judgement = { ...blocked.judgement, disagreement };
    const told = buildReport(sampleInput([{ ...blocked, judgement }]), { redact: true });
    expect(toText(told)).toContain('Computed: allowed, the browser: InvalidResponse');
    expect(toText(told)).toContain('this is a fault of CORS Inspector');
    expect(toText(report)).not.toContain('this is a fault of CORS Inspector');
  });
});
