import type { CallFrame } from '../exchange/index.ts';
import { fieldsOf, numberOf, textOf } from './debugger-field.ts';

/** How many frames of a call are kept: its place and what led there. */
const deepest = 32;

/**
 * The script's call, innermost frame first, with the async stacks that led to it behind. CDP counts lines and columns
 * from 0.
 */
export function debuggerCall(stack: unknown): readonly CallFrame[] {
  const frames: CallFrame[] = [];
  for (let each = fieldsOf(stack), depth = 0; depth < deepest; each = fieldsOf(each.parent), depth += 1) {
    for (const item of Array.isArray(each.callFrames) ? each.callFrames : []) {
      if (frames.length === deepest) return frames;
      const frame = frameOf(item);
      if (frame !== null) frames.push(frame);
    }
    if (each.parent === undefined) break;
  }
  return frames;
}

function frameOf(item: unknown): CallFrame | null {
  const frame = fieldsOf(item);
  const url = textOf(frame.url);
  const line = numberOf(frame.lineNumber, -1);
  // Frames of the engine itself have neither URL nor source.
  if (url === '' || line < 0) return null;
  const column = Math.max(numberOf(frame.columnNumber, 0), 0);
  return { functionName: textOf(frame.functionName), url, line: line + 1, column: column + 1 };
}
