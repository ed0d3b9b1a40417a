/** What a terminal acts on or does not show, and `!`, which an interactive bash takes for its history. */
const special = /['!\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;
const escaped = /['\\!\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/**
 * One word for bash that means exactly `text`: in single quotes, or in bash's `$'…'` where the text holds what those cannot.
 * No argument can hold a NUL, which is left out; a lone surrogate, which has no UTF-8, becomes U+FFFD.
 */
export function bashWord(text: string): string {
  const whole = text.replaceAll('\0', '');
  if (!special.test(whole)) return `'${whole}'`;
  return `$'${whole.replace(escaped, escapeOf)}'`;
}

function escapeOf(character: string): string {
  if (character === "'" || character === '\\') return `\\${character}`;
  // Three octal digits, so that what follows is no part of the escape; bash 3.2, which macOS has, knows no \u.
  return Array.from(
    new TextEncoder().encode(character),
    (byte) => `\\${byte.toString(8).padStart(3, '0')}`,
  ).join('');
}
