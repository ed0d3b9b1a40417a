/** `node scripts/generate-docs.mjs`: writes the pages under docs/ that are made from the source. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

const { outputFiles } = await build({
  entryPoints: [join(root, 'src/diagnosis/index.ts')],
  bundle: true,
  write: false,
  format: 'esm',
  target: 'node20',
  logLevel: 'warning',
});
const { causesMarkdown, rules } = await import(
  `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
);
await mkdir(join(root, 'docs'), { recursive: true });
await writeFile(join(root, 'docs/causes.md'), causesMarkdown(rules));
console.log(`[docs] docs/causes.md: ${rules.length} causes`);
