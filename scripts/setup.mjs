/**
 * Brings what a bare machine lacks: the packages and a Chromium. Needs nothing but Node, says what it does, and does
 * nothing twice. `npm start` and `npm test` call it; `npm run setup` runs it alone.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const say = (text) => console.log(`[setup] ${text}`);

/** Runs a command with its output shown; true when it ended well. */
function run(command, args) {
  say([command, ...args].join(' '));
  return (
    spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' }).status ===
    0
  );
}

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`[setup] Node ${process.versions.node} is too old; 20.19 or newer is needed.`);
    process.exit(2);
  }
}

/**
 * Installs the packages unless what is installed is at least as new as the lock file. The lock file was written where
 * not every platform's optional packages can be had, and `npm ci` refuses it where those of its platform are missing;
 * then `npm install` takes the locked versions and resolves the rest.
 */
export function ensurePackages() {
  requireNode();
  const lock = join(root, 'package-lock.json');
  const installed = join(root, 'node_modules', '.package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  const options = ['--no-audit', '--no-fund'];
  if (run('npm', ['ci', ...options])) return;
  say('npm ci did not accept the lock file on this platform');
  if (run('npm', ['install', '--no-save', ...options])) return;
  console.error('[setup] the packages could not be installed');
  process.exit(2);
}

const usualPaths = {
  linux: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/snap/bin/chromium'],
  darwin: ['/Applications/Chromium.app/Contents/MacOS/Chromium'],
  win32: [],
};

/** A Chromium that loads unpacked extensions from the command line (branded Chrome no longer does), or null. */
async function findChromium() {
  const named = process.env.CORS_INSPECTOR_CHROMIUM;
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named;
    console.error(`[setup] CORS_INSPECTOR_CHROMIUM names ${named}, which is not there`);
    process.exit(2);
  }
  for (const path of usualPaths[process.platform] ?? []) if (existsSync(path)) return path;
  const { chromium } = await import('@playwright/test');
  const own = chromium.executablePath();
  return existsSync(own) ? own : null;
}

/** The path of a usable Chromium; installs one where none is found. */
export async function ensureChromium() {
  const found = await findChromium();
  if (found !== null) return found;
  say('no Chromium found; trying to install one');
  const asRoot = process.getuid?.() === 0;
  if (
    !run('npx', ['playwright', 'install', ...(asRoot ? ['--with-deps'] : []), 'chromium']) &&
    asRoot &&
    existsSync('/usr/bin/apt-get')
  ) {
    run('apt-get', ['update']);
    run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-dejavu-core']);
  }
  const installed = await findChromium();
  if (installed !== null) return installed;
  console.error('[setup] no Chromium could be installed; install one and name it in CORS_INSPECTOR_CHROMIUM');
  process.exit(2);
}

const firefoxPaths = {
  linux: ['/usr/bin/firefox-esr', '/usr/bin/firefox'],
  darwin: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
  win32: ['C:\\Program Files\\Mozilla Firefox\\firefox.exe'],
};

/** The path of a Firefox, installed where Debian's package can be; null where there is none. */
export function ensureFirefox() {
  const find = () =>
    [process.env.CORS_INSPECTOR_FIREFOX ?? '', ...(firefoxPaths[process.platform] ?? [])].find(
      (path) => path !== '' && existsSync(path),
    );
  const found = find();
  if (found !== undefined) return found;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    say('no Firefox found; trying to install one');
    run('apt-get', ['update']);
    run('apt-get', ['install', '-y', '--no-install-recommends', 'firefox-esr']);
  }
  return find() ?? null;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  ensurePackages();
  say(`Chromium: ${await ensureChromium()}`);
  say(
    `packages: ${Object.keys(JSON.parse(readFileSync(join(root, 'node_modules', '.package-lock.json'), 'utf8')).packages).length}`,
  );
}
