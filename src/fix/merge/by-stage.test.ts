import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Policy, readApis } from '../../gateway/index.ts';
import { randomTemplate } from '../../gateway/sam/random-template.testing.ts';
import { withParameter } from '../../template/index.ts';
import { stagesOf } from '../stages.ts';
import { spliced } from './draft.ts';
import { apiOf, changeOf, merge, merged, policy, randomPolicy, templateOf } from './merge.testing.ts';
import { mergeChange } from './merge-change.ts';
import { saysPolicy } from './says-policy.ts';

const local = 'http://localhost:5173';
const app = 'https://app.example';
const head = 'Transform: AWS::Serverless-2016-10-31\n';

/** With the stages of these origins, as a capture of them makes them. */
const staged = (
  kind: 'rest' | 'http' | 'function-url',
  origins: readonly string[],
  more: Partial<Policy> = {},
) => changeOf({ origins, ...more }, { stages: stagesOf(kind, origins) });

/** The origins that a deployment of a stage allows. */
function originsAt(text: string, stage: string, id?: string): readonly string[] {
  const api = apiOf(withParameter(templateOf(text), 'CorsStage', stage), id);
  return (
    api.policy?.origins ??
    api.preflights.flatMap(({ headers }) =>
      headers.flatMap(({ name, sent }) => (name === 'Access-Control-Allow-Origin' ? [sent] : [])),
    )
  );
}

describe('origins by stage', () => {
  it('of an HTTP API: what production lacks stands under a condition, and no byte beside changes', () => {
    const text = `${head}Resources:
  Api: # ours
    Type: AWS::Serverless::HttpApi
    Properties:
      CorsConfiguration:
        AllowOrigins:
          - ${app}
          - ${local} # mine
        AllowMethods: [GET, POST]
        AllowHeaders: [content-type]
`;
    const change = staged('http', [app, local]);
    const done = merged(text, change);
    expect(done).toBe(
      text
        .replace(
          'Resources:',
          `Parameters:
  CorsStage:
    Type: String
    AllowedValues:
      - dev
      - prod
    Default: prod
Conditions:
  CorsInDev: !Equals [!Ref CorsStage, dev]
Resources:`,
        )
        .replace(`- ${local} #`, `- !If [CorsInDev, "${local}", !Ref AWS::NoValue] #`),
    );
    expect([originsAt(done, 'dev'), originsAt(done, 'prod')]).toEqual([[app, local], [app]]);
    expect(merged(done, change)).toBe(done);
  });

  it('of a REST API: a mapping holds the one origin of each stage, of its own errors, too', () => {
    const text = `${head}Globals:
  Api:
    Cors: "'*'"
Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties:
      Events:
        Get: {Type: Api, Properties: {Path: /a, Method: get}}
`;
    const change = { ...staged('rest', [app, local]), errorHeaders: true };
    const done = merged(text, change);
    expect(done).toContain('AllowOrigin: !FindInMap [CorsOrigins, !Ref CorsStage, Quoted]');
    expect(done).toContain('Access-Control-Allow-Origin: !FindInMap [CorsOrigins, !Ref CorsStage, Quoted]');
    expect(done).toContain(`    prod:\n      Quoted: "'${app}'"\n`);
    expect([originsAt(done, 'dev'), originsAt(done, 'prod')]).toEqual([[local], [app]]);
    expect(merged(done, change)).toBe(done);
    const moved = merged(done, { ...staged('rest', ['https://new.example', local]), errorHeaders: true });
    expect(moved).toBe(done.replace(app, 'https://new.example'));
  });

  it('of a function URL in JSON', () => {
    const text = `{
  "Transform": "AWS::Serverless-2016-10-31",
  "Resources": {"Fn": {"Type": "AWS::Serverless::Function", "Properties": {"FunctionUrlConfig": {"AuthType": "NONE"}}}}
}
`;
    const change = staged('function-url', [app, local]);
    const done = merged(text, change);
    expect(JSON.parse(done)).toMatchObject({
      Parameters: { CorsStage: { AllowedValues: ['dev', 'prod'], Default: 'prod' } },
      Conditions: { CorsInDev: { 'Fn::Equals': [{ Ref: 'CorsStage' }, 'dev'] } },
    });
    expect([originsAt(done, 'dev'), originsAt(done, 'prod')]).toEqual([[app, local], [app]]);
    expect(merged(done, change)).toBe(done);
  });

  it('take a Parameter of that name that has these stages, and another name where it has not', () => {
    const text = (allowed: string) =>
      `${head}Parameters:\n  CorsStage: {Type: String, AllowedValues: [${allowed}]}\nResources:\n  Api:\n    Type: AWS::Serverless::HttpApi\n`;
    const change = staged('http', [app, local]);
    expect(merged(text('dev, prod, test'), change)).not.toContain('CorsStage2');
    expect(merged(text('blue, green'), change)).toContain('!Equals [!Ref CorsStage2, dev]');
  });

  it('refuse a condition of that name that means something else, with nothing half-written', () => {
    const text = `${head}Conditions:\n  CorsInDev: !Equals [a, a]\nResources:\n  Api:\n    Type: AWS::Serverless::HttpApi\n`;
    expect(merge(text, staged('http', [app, local]))).toMatchObject({
      ok: false,
      reason: 'value-not-writable',
    });
  });

  it('leave it to the handler where a stage of a REST API has several origins', () => {
    const text = `${head}Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties:
      Events:
        Get: {Type: Api, Properties: {Path: /a, Method: get}}
`;
    const done = merge(text, staged('rest', [app, 'https://b.example', local]));
    expect(done).toMatchObject({ ok: true, staging: null });
    expect(done.ok && done.notes.join('\n')).toMatch(
      /its list hold the origins of the stage alone.+localhost:5173/,
    );
  });
});

describe('what a merge by stage says', () => {
  const text = `${head}Resources:\n  Api:\n    Type: AWS::Serverless::HttpApi\n`;
  const notesOf = (origins: readonly string[]) => {
    const done = merge(text, staged('http', origins));
    return done.ok ? done.notes.join('\n') : done.nearest;
  };

  it('how a stage is chosen, and that an origin of production is wanted where none was captured', () => {
    expect(notesOf([app, local])).toMatch(/no stage is prod; .+ --parameter-overrides CorsStage=dev/);
    expect(notesOf([app, local])).not.toMatch(/production was captured|of development/);
    expect(notesOf([local])).toMatch(/write yours in the place of https:\/\/app\.example/);
  });
});

it('any template and any policy: each stage allows exactly its origins, and a second merge changes nothing', {
  timeout: 60_000,
}, () => {
  let possible = 0;
  fc.assert(
    fc.property(randomTemplate, randomPolicy, (text, wanted) => {
      const template = templateOf(text);
      for (const api of readApis(template)) {
        const stages = stagesOf(api.kind, wanted.origins);
        const change = { ...changeOf(wanted), stages };
        const done = mergeChange(template, api, change);
        if (!done.ok || done.staging === null) continue;
        possible += 1;
        expect(spliced(text, done.edits)).toBe(done.text);
        const { parameter } = done.staging;
        for (const { name, origins } of done.staging.stages) {
          const seen = withParameter(templateOf(done.text), parameter, name);
          expect(saysPolicy(apiOf(seen, api.logicalId, api.kind), { ...wanted, origins }), done.text).toBe(
            true,
          );
        }
        const after = templateOf(done.text);
        const again = mergeChange(after, apiOf(after, api.logicalId, api.kind), change);
        expect(again, done.text).toMatchObject({ ok: true, edits: [] });
      }
    }),
    { numRuns: 150 },
  );
  expect(possible).toBeGreaterThan(40);
});

it('no policy without an origin of development is staged', () => {
  expect(stagesOf('http', policy.origins)).toBeNull();
});
