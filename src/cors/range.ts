import type { BrowserProfile } from './profile.ts';

const greatestInt64 = 2n ** 63n - 1n;

/**
 * Whether a `Range` value is one that a page may set without a preflight: `bytes=START-` or `bytes=START-END`, nothing else.
 * Fetch Standard §2.2.2 "CORS-safelisted request-header", `range`: "parse a single range header value" with whitespace not
 * allowed; failure, or a null start (`bytes=-500`), is unsafe, and so is a start greater than its end.
 */
export function isSafelistedRange(value: string, profile: BrowserProfile): boolean {
  // A safelisted value has at most 128 bytes.
  const match = value.length > 128 ? null : /^bytes=(\d+)-(\d*)$/.exec(value);
  if (match === null) return false;
  const start = BigInt(match[1] ?? '');
  const end = match[2] ? BigInt(match[2]) : null;
  if (profile.rangeBoundsAre64Bit && (start > greatestInt64 || (end ?? 0n) > greatestInt64)) return false;
  return end === null || start <= end;
}
