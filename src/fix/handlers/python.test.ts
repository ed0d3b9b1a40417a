import { spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';
import { afterAll, describe } from 'vitest';
import { python } from './python.ts';
import { itRuns, type Job } from './running.testing.ts';
import { itNeeds } from './tool.testing.ts';

const command = process.env.CORS_INSPECTOR_PYTHON ?? 'python3';

/** Runs files, each in a namespace of its own: a line of jobs in, a line of answers out, until the input ends. */
const harness = `
import contextlib, io, json, sys
for line in sys.stdin:
    answers = []
    for job in json.loads(line):
        names = {}
        exec(compile(job["text"], "handler", "exec"), names)
        with contextlib.redirect_stderr(io.StringIO()):
            answers.append([names[job["entry"]](event, None) for event in job["events"]])
    print(json.dumps(answers), flush=True)
`;

/** One process for all: to start one takes longer than its work. */
function started(): { run(jobs: readonly Job[]): Promise<readonly (readonly unknown[])[]>; end(): void } {
  const child = spawn(command, ['-I', '-c', harness], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async run(jobs) {
      child.stdin.write(`${JSON.stringify(jobs)}\n`);
      const { value, done } = await lines.next();
      if (done) throw new Error('Python ended');
      return JSON.parse(value);
    },
    end: () => child.stdin.end(),
  };
}

const version = spawnSync(command, ['--version']);

describe('the Python handlers', () => {
  itNeeds({ name: command, isThere: version.status === 0, demandedBy: 'CORS_INSPECTOR_PYTHON' }, () => {
    const { run, end } = started();
    afterAll(end);
    itRuns({
      language: python,
      entry: 'lambda_handler',
      entryWithoutStatus: 'lambda_handler_without_status',
      working: 'return json_response(200, {"message": "hello world"})',
      failing: 'raise RuntimeError("broken")',
      run,
    });
  });
});
