/**
 * Remembers the answer for the value last asked about, and only that one: to judge and diagnose one exchange, the same
 * is asked of it many times in a row. Only for functions of values that never change.
 */
export function rememberLast<Of extends object, Answer>(answer: (of: Of) => Answer): (of: Of) => Answer {
  let last: { of: Of; answer: Answer } | null = null;
  return (of) => {
    if (last === null) last = { of, answer: answer(of) };
    else if (last.of !== of) {
      last.answer = answer(of);
      last.of = of;
    }
    return last.answer;
  };
}
