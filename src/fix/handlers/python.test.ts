import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { python } from './python.ts';
import { itRuns, type Job } from './running.testing.ts';

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
  const { status, stdout, stderr } = spawnSync('python3', ['-I', '-c', harness], {
    input: JSON.stringify(jobs),
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

const version = spawnSync('python3', ['--version'], { encoding: 'utf8' });

describe('the Python handlers', () => {
  if (version.status === 0)
    itRuns({
      language: python,
      entry: 'lambda_handler',
      entryWithoutStatus: 'lambda_handler_without_status',
      working: 'return json_response(200, {"message": "hello world"})',
      failing: 'raise RuntimeError("broken")',
      run,
    });
  // Users' machines may lack Python and still test the rest; where the project is judged it may not be missing.
  else
    it('were NOT RUN: there is no python3 on this machine', () => {
      console.warn('The Python handlers were not run: there is no python3 on this machine.');
      expect(process.env.CI, 'CI has to have python3, to run the Python handlers').toBeUndefined();
    });
});
