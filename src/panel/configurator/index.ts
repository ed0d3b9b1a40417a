/** The policy as a form beside its live result. Loaded when a fix is looked at: none of it is in the panel's first JavaScript. */
export { isTouched, untouched } from './draft.ts';
export { Form } from './form.tsx';
export { resultOf, shownOf } from './result.ts';
export { suffixes } from './suffix-check.ts';
