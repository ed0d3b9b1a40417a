/** Status codes, both ends included. */
export interface StatusRange {
  readonly from: number;
  readonly to: number;
}

/** `404`, `4xx`, `40x`, `400-499`, `400-`; fewer than three digits begin a code. Null where it is none of these. */
export function parseStatusRange(text: string): StatusRange | null {
  const range = /^(\d{1,3})-(\d{1,3})?$/.exec(text);
  if (range) {
    const [one, other] = [Number(range[1]), Number(range[2] ?? 999)];
    return { from: Math.min(one, other), to: Math.max(one, other) };
  }
  if (!/^\d{1,3}$|^\d{1,2}x{1,2}$/i.test(text) || text.length > 3) return null;
  const digits = text.replace(/x+$/i, '');
  return { from: Number(digits.padEnd(3, '0')), to: Number(digits.padEnd(3, '9')) };
}

export function printStatusRange({ from, to }: StatusRange): string {
  const [first, last] = [from, to].map((code) => String(code).padStart(3, '0'));
  if (first === undefined || last === undefined || first === last) return first ?? '';
  for (const digits of [2, 1])
    if (
      first.slice(0, digits) === last.slice(0, digits) &&
      /^0+$/.test(first.slice(digits)) &&
      /^9+$/.test(last.slice(digits))
    )
      return first.slice(0, digits).padEnd(3, 'x');
  return `${first}-${last}`;
}

export function inRange(status: number, { from, to }: StatusRange): boolean {
  return from <= status && status <= to;
}
