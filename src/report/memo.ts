/** Headers and sentences repeat from request to request: so many are remembered, and none that is long. */
const most = 50_000;
const longest = 1_000;

/** The same function, that is asked once for equal texts as long as there is room to remember them. */
export function memo(of: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const result = of(text);
    if (text.length <= longest && known.size < most) known.set(text, result);
    return result;
  };
}
