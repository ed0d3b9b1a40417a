/** What was seen of a page's frames: the milliseconds between each two, and from each event of input to the frame after it. */
export interface Frames {
  readonly between: readonly number[];
  readonly answers: readonly number[];
}

/** Records until the returned function is called. */
export function recordFrames(): () => Frames {
  const between: number[] = [];
  const answers: number[] = [];
  let last = performance.now();
  let handle = requestAnimationFrame(function each() {
    const now = performance.now();
    between.push(now - last);
    last = now;
    handle = requestAnimationFrame(each);
  });
  const onInput = ({ timeStamp }: Event): void => {
    // A frame callback runs before its frame is laid out and painted, a task of its own after that.
    requestAnimationFrame(() => setTimeout(() => answers.push(performance.now() - timeStamp), 0));
  };
  document.addEventListener('input', onInput, true);
  return () => {
    cancelAnimationFrame(handle);
    document.removeEventListener('input', onInput, true);
    return { between, answers };
  };
}
