/**
 * `npm run verify:sam`: every snippet and every merged template through AWS's own aws-sam-translator and cfn-lint.
 *
 * Python's installed packages are taken where it has both; otherwise those of a virtual environment under out/, made from
 * sam-requirements.txt. Where neither can be had this says so and fails; with `--may-lack-python` it says so and exits 0,
 * and with `--installed` it says so where no Python has them, and installs nothing.
 * `--keep` renews the fixture that the unit tests compare with.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensurePackages, root } from './setup.mjs';

const fixture = 'src/fix/verify/fixtures/translated.fixture.json';
const venv = join(root, 'out', 'sam-venv');
const inVenv = join(venv, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python');

const installed = process.argv.includes('--installed');
const run = (command, args, stdio = 'inherit') => spawnSync(command, args, { cwd: root, stdio }).status === 0;
const hasPackages = (python) => run(python, ['-c', 'import samtranslator, cfnlint'], 'ignore');

function findPython() {
  for (const python of ['python3', 'python', inVenv])
    if ((python !== inVenv || existsSync(inVenv)) && hasPackages(python)) return python;
  if (installed) return null;
  const base = ['python3', 'python'].find((python) => run(python, ['--version'], 'ignore'));
  if (base === undefined) return null;
  console.log('[verify:sam] installing scripts/sam-requirements.txt into out/sam-venv');
  const made =
    run(base, ['-m', 'venv', venv]) &&
    run(inVenv, ['-m', 'pip', 'install', '--quiet', '-r', 'scripts/sam-requirements.txt']);
  return made && hasPackages(inVenv) ? inVenv : null;
}

const python = findPython();
if (python === null) {
  const optional = installed || process.argv.includes('--may-lack-python');
  console.error(
    `[verify:sam] NOT CHECKED: no Python here has aws-sam-translator and cfn-lint, and ${installed ? 'nothing was to be installed' : 'they could not be installed'}${optional ? '' : ' (--may-lack-python makes that no failure)'}.`,
  );
  process.exit(optional ? 0 : 1);
}
ensurePackages();
const keep = process.argv.includes('--keep') ? ['--keep', fixture] : [];
const snippets = run(python, ['scripts/verify-sam.py']);
const merged = run(python, ['scripts/verify-merged.py', ...keep]);
process.exit(snippets && merged ? 0 : 1);
