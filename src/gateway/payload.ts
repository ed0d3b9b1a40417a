import type { HeaderLine, HeaderLines } from '../cors/index.ts';
import type { HandlerResponse } from './model.ts';
import { isRecord, mergedHeaders } from './payload-headers.ts';

/** Whose reading: a REST API's proxy integration, or payload format 1.0 or 2.0 of an HTTP API (a function URL has 2.0 only). */
export type PayloadShape = 'rest' | '1.0' | '2.0';

/** `recorded`: AWS was recorded, or is documented, taking such a value so. */
export type ReadResult =
  | { readonly kind: 'response'; readonly response: HandlerResponse; readonly recorded: boolean }
  | { readonly kind: 'malformed'; readonly recorded: boolean };

const malformed = (recorded: boolean): ReadResult => ({ kind: 'malformed', recorded });

/**
 * What a front door makes of the value that a function returned. Never throws, whatever the value. A body marked as
 * base64 is left as it is: no rule reads it.
 */
export function readResult(result: unknown, shape: PayloadShape): ReadResult {
  if (shape === '2.0' && !(isRecord(result) && result.statusCode !== undefined)) return bare(result);
  if (!isRecord(result)) return malformed(typeof result === 'string');
  if (shape === 'rest') {
    // A recorded test of `{}` in truth had the function throw, and another one saw 200.
    if (Object.keys(result).length === 0) return malformed(false);
    if (Object.keys(result).some((key) => !restKeys.has(key))) return malformed(true);
  }
  if (shape === '1.0' && result.statusCode === undefined) return malformed(true);
  return structured(result, shape);
}

const restKeys = new Set(['statusCode', 'headers', 'multiValueHeaders', 'body', 'isBase64Encoded']);

/** Payload 2.0 without a `statusCode`: the value is the body. What looks like a function's error is taken for one. */
function bare(result: unknown): ReadResult {
  if (isRecord(result) && result.errorMessage !== undefined) return malformed(true);
  const body = typeof result === 'string' ? result : jsonOf(result);
  if (body === null) return malformed(false);
  const headers: HeaderLines = [['content-type', 'application/json']];
  return { kind: 'response', response: { status: 200, headers, body }, recorded: result !== null };
}

/** Null for what is no JSON: cyclic, too deep, or nothing at all. */
function jsonOf(value: unknown): string | null {
  try {
    return JSON.stringify(value) ?? null;
  } catch {
    return null;
  }
}

function structured(result: Readonly<Record<string, unknown>>, shape: PayloadShape): ReadResult {
  const status = statusOf(result.statusCode);
  if (status === null) return malformed(typeof result.statusCode === 'string');
  const merged = mergedHeaders(result.headers, shape === '2.0' ? undefined : result.multiValueHeaders);
  if (merged.kind === 'malformed') return merged;
  const cookies = shape === '2.0' ? cookiesOf(result.cookies) : [];
  if (cookies === null) return malformed(true);
  const { body, isBase64Encoded } = result;
  // That a body which is no string is malformed is reported by everyone and recorded by nobody.
  if (body !== undefined && body !== null && typeof body !== 'string') return malformed(false);
  const odd =
    (isBase64Encoded !== undefined && typeof isBase64Encoded !== 'boolean') ||
    result.statusCode === null ||
    (shape !== 'rest' && merged.joined) ||
    (shape === '2.0' && result.multiValueHeaders !== undefined);
  return {
    kind: 'response',
    response: { status, headers: [...merged.lines, ...cookies], body: body ?? '' },
    recorded: !odd,
  };
}

function statusOf(value: unknown): number | null {
  if (value === undefined || value === null) return 200;
  const number =
    typeof value === 'number' ? value : typeof value === 'string' ? Number(value.trim() || 'none') : 0;
  return Number.isInteger(number) && number >= 100 && number <= 599 ? number : null;
}

function cookiesOf(value: unknown): readonly HeaderLine[] | null {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) return null;
  const lines = value.flatMap((cookie) =>
    typeof cookie === 'string' ? [['set-cookie', cookie] as const] : [],
  );
  return lines.length === value.length ? lines : null;
}
