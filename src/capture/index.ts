/**
 * Pure decoders, one per source: a browser's event details or a file in, wire events out. Nobody listens here.
 */
export type { WireEvent } from '../exchange/index.ts';
export { WebRequestDecoder } from './webrequest.ts';
export type { WebRequestDetails, WebRequestHeader } from './webrequest-details.ts';
