/** Each API's routes, what it allows against what its traffic needs, and its one fix. Loaded when it is looked at. */
export { ApisView } from './apis-view.tsx';
