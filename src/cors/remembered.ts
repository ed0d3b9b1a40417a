/** How many texts are remembered, and how long one may be: what strangers send must not be kept without bound. */
const most = 1024;
const longest = 1024;

/**
 * The same function, remembering its answers by text: servers and browsers send the same few names and lists again and again.
 * Beyond the bound it starts anew; a longer text is answered without being kept.
 */
export function remembered<Answer extends object | string | boolean>(
  answer: (text: string) => Answer,
): (text: string) => Answer {
  const known = new Map<string, Answer>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const fresh = answer(text);
    if (text.length > longest) return fresh;
    if (known.size === most) known.clear();
    known.set(text, fresh);
    return fresh;
  };
}
