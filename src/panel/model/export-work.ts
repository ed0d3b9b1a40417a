/** What an export needs beyond the list itself, loaded when its menu opens. */
export { sourceOf, writeFile } from '../../report/index.ts';
