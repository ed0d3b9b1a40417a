// Prints, as JSON, merged templates: the corpus of src/fix/merge and the official translator's own inputs, each with the
// policy that was merged. The input of scripts/verify-sam.py.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const room = async (name) => {
  const { outputFiles } = await build({
    entryPoints: [`src/${name}/index.ts`],
    bundle: true,
    format: 'esm',
    write: false,
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
};
const [{ mergeChange }, { readApis }, { parseTemplate }] = await Promise.all(
  ['fix', 'gateway', 'template'].map(room),
);

const policy = {
  origins: ['https://app.example.com'],
  methods: ['GET', 'POST'],
  headers: ['content-type'],
  exposeHeaders: [],
  credentials: false,
  maxAge: null,
};
const flags = { openAuthorizer: true, openApiKey: true, errorHeaders: false, explicitRoutes: false };

const merged = [];
function merge(name, text, wanted, id) {
  const read = parseTemplate(text);
  if (!read.ok) return;
  for (const api of readApis(read.template)) {
    if (id !== undefined && api.logicalId !== id) continue;
    const change = { ...flags, ...wanted, policy: { ...policy, ...wanted.policy } };
    const done = mergeChange(read.template, api, change);
    if (!done.ok) continue;
    const { logicalId, kind } = api;
    merged.push({ name, api: logicalId, kind, policy: change.policy, before: text, text: done.text });
    // One API of the corpus is meant; of the translator's inputs, every one.
    if (!name.startsWith('corpus/')) continue;
    mergeByStage(read.template, api, change, { name, api: logicalId, kind, before: text });
    return;
  }
}

/** The same with an origin of development that only the stage dev is to allow: checked as each stage is deployed. */
function mergeByStage(template, api, change, of) {
  const [app] = change.policy.origins;
  const local = 'http://localhost:5173';
  const stages = [
    { name: 'dev', origins: api.kind === 'rest' ? [local] : [app, local] },
    { name: 'prod', origins: [app] },
  ];
  const policy = { ...change.policy, origins: [app, local] };
  const done = mergeChange(template, api, { ...change, policy, stages });
  if (!done.ok || done.staging === null) return;
  for (const { name, origins } of stages)
    merged.push({
      ...of,
      name: `${of.name}, stage ${name}`,
      policy: { ...policy, origins },
      text: done.text,
      parameters: { [done.staging.parameter]: name },
    });
}

const corpus = 'src/fix/merge/corpus';
const changes = JSON.parse(readFileSync(join(corpus, 'changes.json'), 'utf8'));
for (const file of readdirSync(corpus).sort())
  if (/\.(?:yaml|json)$/.test(file) && file !== 'changes.json') {
    const { api, impossible, ...wanted } = changes[file] ?? {};
    if (impossible === undefined)
      merge(`corpus/${file}`, readFileSync(join(corpus, file), 'utf8'), wanted, api);
  }
const inputs = JSON.parse(readFileSync('src/gateway/sam/fixtures/translator.fixture.json', 'utf8'));
for (const { name, template, error } of inputs)
  if (error === undefined) merge(`translator/${name}`, template, {});
process.stdout.write(JSON.stringify(merged));
