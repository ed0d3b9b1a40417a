/** What copying needs beyond the list itself, loaded when a menu opens. */
export { copyText, findingCopy } from '../../report/index.ts';
