import type { HeaderLine } from '../cors/index.ts';
import type { Diagnosed } from '../diagnosis/index.ts';
import { buildReport } from './build.ts';
import { copyForms, copyText, findingCopy } from './copy/copy.ts';
import { toHar } from './har.ts';
import { toHtml } from './html.ts';
import { toJson } from './json.ts';
import { toMarkdown } from './markdown.ts';
import { openRedactor, redactorFor } from './redact.ts';
import { sampleApi, sampleBlocked, sampleInput, sampleMessages } from './samples.ts';
import { toText } from './text.ts';

export const base = 'https://api.test/orders';

/** A request with one more header or another URL, whose secret also stands in a finding, an error and a fix. */
export function leaking(
  place: { header?: HeaderLine; responseHeader?: HeaderLine; url?: string },
  copy: string,
): Diagnosed {
  const url = place.url ?? base;
  const messages = sampleMessages('GET', url, place.header ? [place.header] : [], {
    status: 200,
    headers: place.responseHeader ? [place.responseHeader] : [],
  });
  const blocked = sampleBlocked();
  const [finding] = blocked.findings;
  const line = place.header ?? place.responseHeader;
  return {
    ...blocked,
    exchange: {
      ...blocked.exchange,
      error: `failed at ${url}`,
      hops: [{ url, preflight: messages, actual: messages }],
      reported: { code: 'InvalidResponse', name: 'InvalidResponse', parameter: copy },
      call: [{ functionName: '', url, line: 1, column: 1 }],
    },
    judgement: { ...blocked.judgement, verdict: { ...blocked.judgement.verdict, parameter: copy, url } },
    gateway: { kind: 'rest', evidence: [`it said ${copy} here`] },
    findings: finding
      ? [
          {
            ...finding,
            title: `Bad "${copy}"`,
            explanation: `At ${url} the value ${copy} was sent.`,
            evidence: [
              { message: 'actual-request', value: copy, note: `near ${copy}` },
              ...(line
                ? [{ message: 'actual-request' as const, header: line[0].toLowerCase(), value: line[1] }]
                : []),
            ],
          },
        ]
      : [],
  };
}

/** Everything that is written of it: files, and what is copied. */
export function outputs(diagnosed: Diagnosed, copy: string, redact = true): string {
  const fix = { kind: 'note', target: 'n', title: copy, language: 'text', text: `about ${copy}` } as const;
  const api = sampleApi({ fixes: { rest: [fix], http: [], 'function-url': [] } });
  const report = buildReport({ ...sampleInput([diagnosed]), apis: [api] }, { redact });
  const r = redact ? redactorFor([diagnosed]) : openRedactor;
  const copies = copyForms.map((form) => copyText([diagnosed], form, r) ?? '');
  const findings = diagnosed.findings.map((finding) => findingCopy(diagnosed, finding, r));
  const files = [toJson, toMarkdown, toHtml, toHar, toText].map((write) => write(report));
  return [...files, ...copies, ...findings].join('\n');
}
