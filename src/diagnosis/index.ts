/**
 * Judged exchanges in, findings out: one rule per root cause, ranked so that the first finding is the root cause.
 * In: a `Subject` (exchange, judgement, gateway identity, siblings of the same API). Out: `Finding`s, plain data.
 */
/** @public read by scripts/generate-docs.mjs */
export { causesMarkdown, knownWords } from './causes.ts';
export { diagnose } from './diagnose.ts';
export type { Diagnosed } from './diagnosed.ts';
export type { Evidence, Finding, Owner, Remedy, Severity } from './finding.ts';
export { hostOf, isLoopback, isPrivate, isSharedOrigin } from './hosts.ts';
export { splitLead } from './lead.ts';
/** @public */
export type { Found, Judged, Rule, Subject } from './rule.ts';
export { rules } from './rules/index.ts';
export { diagnoseTemplate } from './template/findings.ts';
export { loadedApiOf, loadTemplate, type TemplateLoad } from './template/load.ts';
export type { LoadedApi, LoadedTemplate } from './template/loaded.ts';
export { faultText, warningLines } from './template/reading-words.ts';
