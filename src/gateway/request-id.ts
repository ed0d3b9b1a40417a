import type { GatewayRequest } from './model.ts';

/** A small generator (mulberry32) seeded from the request (FNV-1a): the same request always gets the same ids. */
function generator(request: GatewayRequest): () => number {
  let seed = 0x811c9dc5;
  for (const part of [request.method, request.path, ...request.headers.flat()])
    for (let index = 0; index < part.length; index += 1)
      seed = Math.imul(seed ^ part.charCodeAt(index), 0x01000193);
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), seed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

export interface RequestIds {
  /** `x-amzn-requestid`: a UUID. */
  readonly uuid: string;
  /** `x-amz-apigw-id` and `apigw-requestid`: fifteen letters and `=`. */
  readonly extended: string;
  /** `x-amzn-trace-id`. */
  readonly trace: string;
}

/** Ids in AWS's forms, made from the request alone, so that the model stays a pure function. */
export function requestIds(request: GatewayRequest): RequestIds {
  const next = generator(request);
  const hex = (digits: number) => Array.from({ length: digits }, () => (next() & 15).toString(16)).join('');
  const extended = Array.from({ length: 15 }, () => letters[next() % letters.length]).join('');
  return {
    uuid: `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`,
    extended: `${extended}=`,
    trace: `Root=1-${hex(8)}-${hex(24)};Parent=${hex(16)};Sampled=0`,
  };
}
