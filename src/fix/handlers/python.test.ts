import { spawnSync } from 'node:child_process';
import { describe } from 'vitest';
import { python } from './python.ts';
import { itRuns, type Job } from './running.testing.ts';
import { itNeeds } from './tool.testing.ts';

const command = process.env.CORS_INSPECTOR_PYTHON ?? 'python3';

/** Runs every file in a namespace of its own, in one process. */
const harness = `
import json, sys
answers = []
for job in json.load(sys.stdin):
    names = {}
    exec(compile(job["text"], "handler", "exec"), names)
    answers.append([names[job["entry"]](event, None) for event in job["events"]])
json.dump(answers, sys.stdout)
`;

async function run(jobs: readonly Job[]): Promise<readonly (readonly unknown[])[]> {
  const { status, stdout, stderr } = spawnSync(command, ['-I', '-c', harness], {
    input: JSON.stringify(jobs),
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

const version = spawnSync(command, ['--version']);

describe('the Python handlers', () => {
  itNeeds({ name: command, isThere: version.status === 0, demandedBy: 'CORS_INSPECTOR_PYTHON' }, () =>
    itRuns({
      language: python,
      entry: 'lambda_handler',
      entryWithoutStatus: 'lambda_handler_without_status',
      working: 'return json_response(200, {"message": "hello world"})',
      failing: 'raise RuntimeError("broken")',
      run,
    }),
  );
});
