import { type CorsErrorCode, corsErrorCodes } from '../cors/index.ts';

type WithoutStep<Code> = Code extends `Preflight${infer Rest}` ? Rest : Code;

/** A reason code without the prefix that only tells the step: the same faults occur on both. */
export type Fault = WithoutStep<CorsErrorCode>;

const faults: ReadonlyMap<CorsErrorCode, string> = new Map(
  corsErrorCodes.map((code) => [code, code.replace(/^Preflight/, '')]),
);

/** The fault that a code names; empty where there is none. */
export const faultOf = (code: CorsErrorCode | null): string =>
  code === null ? '' : (faults.get(code) ?? code);
