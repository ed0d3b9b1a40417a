/** Judged exchanges in, findings out: one rule per root cause, ranked so that the first finding is the root cause. */
export type { Diagnosed } from './diagnosed.ts';
export type { Evidence, Finding, Owner, Remedy, Severity } from './finding.ts';
export type { Found, Judged, Rule, Subject } from './rule.ts';
