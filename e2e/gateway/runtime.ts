/** Emitted handlers as Lambda runs them: each file loaded once by its own language, in a process beside the emulator. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** Calls a function with an event; rejects where it throws. */
export type Invoke = (event: unknown) => Promise<unknown>;

export interface Runtime {
  /** The function named `entry` of a file's text. */
  load(text: string, entry: string): Invoke;
  close(): Promise<void>;
}

/** Both read a call as one line of JSON and answer with one. What a handler prints goes to standard error. */
const programs = {
  node: `
const loaded = new Map();
console.log = console.error;
for await (const line of (await import('node:readline')).createInterface({ input: process.stdin })) {
  const { text, entry, event } = JSON.parse(line);
  if (!loaded.has(text)) loaded.set(text, import('data:text/javascript;base64,' + Buffer.from(text).toString('base64')));
  const answer = await loaded.get(text).then((module) => module[entry](event, {})).then(
    (result) => ({ result }), (error) => ({ error: String(error) }));
  process.stdout.write(JSON.stringify(answer) + '\\n');
}
`,
  python: `
import json, sys
loaded, answers = {}, sys.stdout
sys.stdout = sys.stderr
for line in sys.stdin:
    call = json.loads(line)
    try:
        if call["text"] not in loaded:
            names = {}
            exec(compile(call["text"], "app.py", "exec"), names)
            loaded[call["text"]] = names
        answer = {"result": loaded[call["text"]][call["entry"]](call["event"], None)}
    except Exception as error:
        answer = {"error": repr(error)}
    print(json.dumps(answer), file=answers, flush=True)
`,
} as const;

const commands = {
  node: [process.execPath, ['--input-type=module', '-e', programs.node]],
  python: ['python3', ['-c', programs.python]],
} as const;

interface Answer {
  readonly result?: unknown;
  readonly error?: string;
}

interface Waiting {
  readonly done: (result: unknown) => void;
  readonly failed: (error: Error) => void;
}

/** Calls are answered in the order in which they are made. */
export function startRuntime(language: keyof typeof commands): Runtime {
  const [command, args] = commands[language];
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'ignore'] });
  const waiting: Waiting[] = [];
  const ended = new Promise<void>((done) => child.once('close', () => done()));
  const failAll = (error: Error) => {
    for (const { failed } of waiting.splice(0)) failed(error);
  };
  child.once('error', failAll);
  child.once('close', () => failAll(new Error(`${command} ended`)));
  createInterface({ input: child.stdout }).on('line', (line) => {
    const answer: Answer = JSON.parse(line);
    const call = waiting.shift();
    if (answer.error === undefined) call?.done(answer.result);
    else call?.failed(new Error(answer.error));
  });
  return {
    load: (text, entry) => (event) =>
      new Promise((done, failed) => {
        waiting.push({ done, failed });
        child.stdin.write(`${JSON.stringify({ text, entry, event })}\n`);
      }),
    close: async () => {
      child.stdin.end();
      await ended;
    },
  };
}
