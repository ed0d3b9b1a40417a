/** How much of the built panel is read before it draws its first list. */
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';

/** Bytes, gzipped, of a built module and of all that it imports statically. */
function bytesOf(file: string, read = new Set<string>()): number {
  if (read.has(file)) return 0;
  read.add(file);
  const code = readFileSync(file, 'utf8');
  const imports = [...code.matchAll(/(?:\bfrom|\bimport)\s*"(\.[^"]+)"/g)].map(([, from = '']) => from);
  return imports.reduce((sum, from) => sum + bytesOf(join(dirname(file), from), read), gzipSync(code).length);
}

test('the panel’s first JavaScript is at most 60 kB gzipped', () => {
  const panel = resolve('dist/chrome/src/panel/panel.html');
  const scripts = [...readFileSync(panel, 'utf8').matchAll(/<script[^>]*\bsrc="([^"]+)"/g)];
  expect(scripts.length).toBeGreaterThan(0);
  const read = new Set<string>();
  const bytes = scripts.map(([, src = '']) => bytesOf(join(resolve('dist/chrome'), src), read));
  expect(bytes.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(60_000);
  expect(read.size, 'what it imports was found').toBeGreaterThan(3);
});
