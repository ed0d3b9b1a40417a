/**
 * Whether a `Range` value is one that a page may set without a preflight: `bytes=START-` or `bytes=START-END`, nothing else.
 * Fetch Standard §2.2.2 "CORS-safelisted request-header", `range`: parse a single range header value with no whitespace allowed;
 * failure or a null start (`bytes=-500`) is unsafe.
 */
export function isSafelistedRange(value: string): boolean {
  const match = /^bytes=(\d+)-(\d*)$/.exec(value);
  const start = match?.[1];
  const end = match?.[2];
  if (start === undefined || end === undefined) return false;
  return end === '' || compareDigits(start, end) <= 0;
}

/** Compares decimal numbers of any length by value. */
function compareDigits(a: string, b: string): number {
  const x = a.replace(/^0+/, '');
  const y = b.replace(/^0+/, '');
  return x.length !== y.length ? x.length - y.length : x < y ? -1 : x > y ? 1 : 0;
}
