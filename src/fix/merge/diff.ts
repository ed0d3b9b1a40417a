import type { Edit } from './change.ts';

/** Lines of a text that become others. Lines keep their line breaks. */
interface Change {
  /** The number of lines before it in the old text. */
  readonly at: number;
  readonly old: readonly string[];
  readonly now: readonly string[];
}

const context = 3;

/**
 * The unified diff that a text's edits come to, for `patch` and `git apply`; empty where nothing changes. Carriage
 * returns are part of their lines, a missing last line break is told as those tools do.
 */
export function diffOf(before: string, edits: readonly Edit[], name: string): string {
  const lines = linesOf(before);
  const changes = changesOf(before, lines, edits);
  if (changes.length === 0) return '';
  const file = name.replaceAll(/[^\x20-\x7e]/g, '_');
  return [`--- a/${file}\n`, `+++ b/${file}\n`, ...hunksOf(lines, changes)].join('');
}

const linesOf = (text: string): readonly string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

function changesOf(text: string, lines: readonly string[], edits: readonly Edit[]): readonly Change[] {
  const starts: number[] = [];
  let at = 0;
  for (const line of lines) {
    starts.push(at);
    at += line.length;
  }
  /** The number of the line that holds an offset; the number of lines behind the last. */
  const lineAt = (offset: number): number => {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return Math.max(low - 1, 0);
  };
  const changes: Change[] = [];
  let index = 0;
  while (index < edits.length) {
    const first = edits[index];
    if (first === undefined) break;
    const from = lineAt(first.start);
    let to = lineAt(first.end) + 1;
    let now = text.slice(starts[from] ?? 0, first.start) + first.text;
    let done = first.end;
    for (
      let next = edits[index + 1];
      next !== undefined && lineAt(next.start) < to;
      next = edits[index + 1]
    ) {
      now += text.slice(done, next.start) + next.text;
      done = next.end;
      to = Math.max(to, lineAt(next.end) + 1);
      index += 1;
    }
    index += 1;
    now += text.slice(done, starts[to] ?? text.length);
    const change = trimmed({ at: from, old: lines.slice(from, to), now: linesOf(now) });
    const last = changes.at(-1);
    if (last !== undefined && last.at + last.old.length === change.at)
      changes[changes.length - 1] = {
        at: last.at,
        old: [...last.old, ...change.old],
        now: [...last.now, ...change.now],
      };
    else if (change.old.length + change.now.length > 0) changes.push(change);
  }
  return changes;
}

/** Without the lines that are the same at both ends. */
function trimmed({ at, old, now }: Change): Change {
  let head = 0;
  while (head < old.length && head < now.length && old[head] === now[head]) head += 1;
  let tail = 0;
  const most = Math.min(old.length, now.length) - head;
  while (tail < most && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail += 1;
  return { at: at + head, old: old.slice(head, old.length - tail), now: now.slice(head, now.length - tail) };
}

function hunksOf(lines: readonly string[], changes: readonly Change[]): readonly string[] {
  const hunks: string[] = [];
  let shift = 0;
  let group: Change[] = [];
  const close = () => {
    const [first] = group;
    const last = group.at(-1);
    if (first === undefined || last === undefined) return;
    const from = Math.max(first.at - context, 0);
    const to = Math.min(last.at + last.old.length + context, lines.length);
    const body: string[] = [];
    let at = from;
    for (const change of group) {
      body.push(...lines.slice(at, change.at).map((line) => marked(' ', line)));
      body.push(
        ...change.old.map((line) => marked('-', line)),
        ...change.now.map((line) => marked('+', line)),
      );
      at = change.at + change.old.length;
    }
    body.push(...lines.slice(at, to).map((line) => marked(' ', line)));
    const grown = group.reduce((sum, { old, now }) => sum + now.length - old.length, 0);
    hunks.push(`@@ -${range(from, to - from)} +${range(from + shift, to - from + grown)} @@\n`, ...body);
    shift += grown;
    group = [];
  };
  for (const change of changes) {
    const last = group.at(-1);
    if (last !== undefined && change.at - (last.at + last.old.length) > 2 * context) close();
    group.push(change);
  }
  close();
  return hunks;
}

/** An empty range names the line before it. */
const range = (from: number, count: number): string =>
  count === 1 ? `${from + 1}` : `${count === 0 ? from : from + 1},${count}`;

const marked = (mark: string, line: string): string =>
  line.endsWith('\n') ? mark + line : `${mark}${line}\n\\ No newline at end of file\n`;
