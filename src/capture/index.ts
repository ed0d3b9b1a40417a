/**
 * Pure decoders, one per source: a browser's event details or a file in, wire events out. Nobody listens here.
 */
export type { WireEvent } from '../exchange/index.ts';
export { DebuggerDecoder } from './debugger.ts';
export { navigationOf } from './debugger-navigation.ts';
export { DevtoolsNetworkDecoder } from './devtools-network.ts';
export { type CaptureFile, decodeFile, describeFileFault, describeLost } from './file.ts';
export { type DecodedHar, decodeHar } from './har.ts';
export { describeHarFault, type HarFault } from './har-fault.ts';
export { ownMember } from './har-own.ts';
export { PolicyIssues } from './policy-issues.ts';
export type { StoredExchange } from './stored/exchange.ts';
export { WebRequestDecoder } from './webrequest.ts';
export { WorkerNetwork } from './worker-network.ts';
