import { describe, expect, it } from 'vitest';
import { changeOf, merge, merged } from './merge.testing.ts';

const head = 'Transform: AWS::Serverless-2016-10-31\n';

const http = (lines: string) => `${head}x-shared: &shared
  AllowOrigins: &origins ['*']
  AllowMethods: [GET, POST]
Resources:
  A:
    Type: AWS::Serverless::HttpApi
    Properties:
${lines}  B:
    Type: AWS::Serverless::HttpApi
    Properties:
      CorsConfiguration: *shared
`;

describe('what others share through an alias stays as it is', () => {
  it('the alias of a whole setting gives way to the setting', () => {
    const text = http('      CorsConfiguration: *shared   # as B\n');
    const after = merged(text, changeOf(), 'A');
    expect(after).toBe(
      text.replace(
        '      CorsConfiguration: *shared   # as B\n',
        `      CorsConfiguration:   # as B
        AllowOrigins:
          - https://app.example
        AllowMethods:
          - GET
          - POST
        AllowHeaders:
          - content-type
`,
      ),
    );
  });

  it('the alias of one list gives way to the list, and no other line changes', () => {
    const text = http(
      '      CorsConfiguration:\n        AllowOrigins: *origins\n        AllowMethods: [GET, POST]\n',
    );
    const after = merged(text, changeOf({ headers: [] }), 'A');
    expect(after).toBe(
      text.replace('AllowOrigins: *origins\n', 'AllowOrigins:\n          - https://app.example\n'),
    );
  });

  it('a merge key is outweighed by the resource’s own entry', () => {
    const text = http(
      '      CorsConfiguration:\n        <<: *shared\n        AllowHeaders: [content-type]\n',
    );
    expect(merged(text, changeOf(), 'A')).toBe(
      text.replace(
        '        AllowHeaders: [content-type]\n',
        "        AllowHeaders: [content-type]\n        AllowOrigins: ['https://app.example']\n".replaceAll(
          "'",
          '"',
        ),
      ),
    );
  });

  it('what an alias says rightly is no reason to write it out', () => {
    const text = http('      CorsConfiguration: *shared\n').replace("['*']", '[https://app.example]');
    const done = merge(text, changeOf({ headers: [] }), 'A');
    expect(done.ok && done.edits).toEqual([]);
  });

  it.each([
    ['the anchor’s own place', 'A', '      CorsConfiguration: &mine {AllowOrigins: ["*"]}\n', '*mine'],
    ['all properties', 'A', '      <<: &all {CorsConfiguration: {AllowOrigins: ["*"]}}\n', '*all'],
  ])('%s cannot be changed for one alone', (_what, id, lines, alias) => {
    const text = http(lines).replace(
      'CorsConfiguration: *shared',
      alias === '*all' ? '<<: *all' : `CorsConfiguration: ${alias}`,
    );
    const done = merge(text, changeOf(), id);
    expect(done).toMatchObject({ ok: false, reason: 'shared-by-alias' });
    expect(!done.ok && done.place?.line).toBeGreaterThan(6);
  });
});
