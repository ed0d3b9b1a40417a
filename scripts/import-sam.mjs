/**
 * Turns a folder of templates and what SAM's official translator made of them (`input/*.yaml`, `output/*.json`) into one
 * fixture: each template's text with the part of the output that concerns CORS.
 *
 * node scripts/import-sam.mjs INPUT_FOLDER [OUTPUT_FILE]
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [, , input, output = 'src/gateway/sam/fixtures/translator.fixture.json'] = process.argv;
if (input === undefined) {
  console.error('usage: node scripts/import-sam.mjs INPUT_FOLDER [OUTPUT_FILE]');
  process.exit(2);
}

const prefix = 'method.response.header.';

/** The branches of a path item, as `Fn::If` has them; `AWS::NoValue` is none. */
const branches = (item) =>
  'Fn::If' in item
    ? item['Fn::If']
        .slice(1)
        .flatMap((one, index) =>
          'Ref' in one ? [] : [{ condition: item['Fn::If'][0], negated: index === 1, item: one }],
        )
    : [{ condition: null, negated: false, item }];

/** Every OPTIONS method of a REST API: its security schemes, what it is integrated with, and a mock's headers. */
const preflights = (paths) =>
  Object.entries(paths).flatMap(([path, whole]) =>
    branches(whole).flatMap(({ condition, negated, item }) => {
      if (item.options === undefined) return [];
      // What an event makes may itself be conditional.
      const options = item.options['Fn::If']?.[1] ?? item.options;
      const integration = options['x-amazon-apigateway-integration'] ?? {};
      const headers = Object.entries(integration.responses?.default?.responseParameters ?? {});
      return [
        {
          path,
          condition: condition === null ? null : `${negated ? '!' : ''}${condition}`,
          type: integration.type ?? null,
          security: (options.security ?? []).flatMap((one) => Object.keys(one)),
          headers: Object.fromEntries(headers.map(([name, value]) => [name.slice(prefix.length), value])),
        },
      ];
    }),
  );

const made = (resources) => {
  const rest = {};
  const http = {};
  const urls = {};
  for (const [id, { Type, Properties }] of Object.entries(resources)) {
    if (Type === 'AWS::ApiGateway::RestApi') rest[id] = preflights(Properties.Body?.paths ?? {});
    if (Type === 'AWS::ApiGatewayV2::Api') http[id] = Properties.Body?.['x-amazon-apigateway-cors'] ?? null;
    if (Type === 'AWS::Lambda::Url') urls[id] = Properties.Cors ?? null;
  }
  return { rest, http, urls };
};

const lines = readdirSync(join(input, 'input'))
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => name.slice(0, -'.yaml'.length))
  .sort()
  .map((name) => {
    const template = readFileSync(join(input, 'input', `${name}.yaml`), 'utf8');
    const result = JSON.parse(readFileSync(join(input, 'output', `${name}.json`), 'utf8'));
    const told =
      result.errorMessage === undefined ? { made: made(result.Resources) } : { error: result.errorMessage };
    return JSON.stringify({ name, template, ...told });
  });
writeFileSync(output, `[\n${lines.join(',\n')}\n]\n`);
console.log(`${lines.length} templates`);
