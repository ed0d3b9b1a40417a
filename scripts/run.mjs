import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from './setup.mjs';

/**
 * Runs a package's own program from `node_modules` with its output shown.
 * @returns {Promise<number>} its exit code
 */
export function bin(name, args, env = {}) {
  const program = join(root, 'node_modules', '.bin', process.platform === 'win32' ? `${name}.cmd` : name);
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
      shell: process.platform === 'win32',
    });
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}
