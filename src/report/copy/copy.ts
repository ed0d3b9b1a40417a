import type { Diagnosed, Finding } from '../../diagnosis/index.ts';
import { causeLink } from '../cause-link.ts';
import type { Redactor } from '../redact.ts';
import { actualOf, type CopiedRequest, preflightOf } from './copied-request.ts';
import { toCurl } from './curl.ts';
import { toFetch } from './fetch.ts';
import { findingsMarkdown } from './finding.ts';

export const copyForms = [
  'url',
  'curl-bash',
  'curl-cmd',
  'preflight-curl-bash',
  'preflight-curl-cmd',
  'fetch',
  'findings-markdown',
  'cause-link',
] as const;

/** What an exchange can be copied as. The `preflight-` forms are of its preflight, the other requests of the actual one. */
export type CopyForm = (typeof copyForms)[number];

/** Between the copies of several exchanges: blank lines where one copy has several lines. */
const between = (form: CopyForm): string => (form === 'url' || form === 'cause-link' ? '\n' : '\n\n');

/**
 * The exchanges in one form, those left out that do not have it; null where none has. The redactor should know all that
 * was captured, whose secrets may stand anywhere.
 */
export function copyText(exchanges: readonly Diagnosed[], form: CopyForm, r: Redactor): string | null {
  const copies = exchanges.flatMap((each) => writers[form](each, r) ?? []);
  if (copies.length === 0) return null;
  const all = form === 'cause-link' ? [...new Set(copies)] : copies;
  return all.join(between(form));
}

/** One finding of an exchange as Markdown. */
export function findingCopy(diagnosed: Diagnosed, finding: Finding, r: Redactor): string {
  return findingsMarkdown(diagnosed, [finding], r);
}

type Writer = (diagnosed: Diagnosed, r: Redactor) => string | null;

const made = (request: CopiedRequest | null, write: (request: CopiedRequest) => string): string | null =>
  request === null ? null : write(request);

const writers: Readonly<Record<CopyForm, Writer>> = {
  url: ({ exchange }, r) => r.url(exchange.hops[0]?.url ?? ''),
  'curl-bash': (each, r) => made(actualOf(each, r), (request) => toCurl(request, 'bash')),
  'curl-cmd': (each, r) => made(actualOf(each, r), (request) => toCurl(request, 'cmd')),
  'preflight-curl-bash': (each, r) => made(preflightOf(each, r), (request) => toCurl(request, 'bash')),
  'preflight-curl-cmd': (each, r) => made(preflightOf(each, r), (request) => toCurl(request, 'cmd')),
  fetch: (each, r) => made(actualOf(each, r), (request) => toFetch(request, each.judgement)),
  'findings-markdown': (each, r) => findingsMarkdown(each, each.findings, r),
  'cause-link': ({ findings }) => {
    const cause = findings.find(({ causedBy }) => causedBy === null) ?? findings[0];
    return cause === undefined ? null : causeLink(cause.rule);
  },
};
