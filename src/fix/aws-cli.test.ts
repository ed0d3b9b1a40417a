import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { awsCommands } from './aws-cli.ts';
import { policy } from './judged.testing.ts';
import { shellWords } from './shell.testing.ts';
import { asciiJson, shellWord } from './shell.ts';

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ unit: fc.constantFrom(...'\'"\\$`!;&|\n\r\0 ~#-é\u202e\u2028\ud800'), maxLength: 12 }),
);

describe('awsCommands', () => {
  it('names API and region where the captured host does', () => {
    const base = 'https://a1b2.execute-api.eu-west-1.amazonaws.com/Prod';
    expect(awsCommands('http', policy(), base)[0]?.text).toBe(`aws apigatewayv2 update-api \\
  --region eu-west-1 \\
  --api-id a1b2 \\
  --cors-configuration '{"AllowOrigins":["http://localhost:3000"],"AllowMethods":["GET"]}'
`);
  });

  it('leaves a function’s name to the user, for no URL has it, and OPTIONS out', () => {
    const base = 'https://abc.lambda-url.us-east-1.on.aws';
    expect(
      awsCommands('function-url', policy({ methods: ['GET', 'OPTIONS'] }), base)[0]?.text,
    ).toBe(`aws lambda update-function-url-config \\
  --region us-east-1 \\
  --function-name FUNCTION_NAME \\
  --cors '{"AllowOrigins":["http://localhost:3000"],"AllowMethods":["GET"]}'
`);
  });

  it('takes no id from a host that only looks like one', () => {
    const { text } = awsCommands('http', policy(), 'https://api.test/execute-api')[0] ?? { text: '' };
    expect(text).toContain('--api-id API_ID');
    expect(text).not.toContain('region');
  });

  it('has no command for a REST API, which has no such setting', () => {
    expect(awsCommands('rest', policy(), '')).toEqual([]);
  });

  it('gives the policy back exactly, whatever stands in it', () => {
    const list = fc.uniqueArray(hostile, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(list, list, list, (origins, methods, headers) => {
        const wanted = policy({
          origins,
          methods,
          headers,
          exposeHeaders: headers,
          credentials: true,
          maxAge: 1,
        });
        const text = awsCommands('http', wanted, '')[0]?.text ?? '';
        expect(text).toMatch(/^[\x20-\x7e\n]*$/);
        expect(JSON.parse(shellWords(text).at(-1) ?? '')).toEqual({
          AllowOrigins: origins,
          AllowMethods: methods,
          AllowHeaders: headers,
          ExposeHeaders: headers,
          AllowCredentials: true,
          MaxAge: 1,
        });
      }),
    );
  });
});

describe('shellWord', () => {
  it('is read back by a shell as it was', () => {
    const words = fc.sample(hostile, 300).map((word) => asciiJson(word).slice(1, -1));
    const read = execFileSync('sh', ['-c', `printf '%s\\n' ${words.map(shellWord).join(' ')}`]);
    expect(read.toString()).toBe(`${words.join('\n')}\n`);
  });
});
