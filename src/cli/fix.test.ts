import { describe, expect, it } from 'vitest';
import type { Io } from './io.ts';
import { run } from './run.ts';
import { actualHar, blockedHar, emptyHar, severalHar, severalTemplate } from './samples.ts';

async function cli(argv: readonly string[], files: Readonly<Record<string, string>>) {
  const ran = { code: 0, out: '', err: '' };
  const io: Io = {
    read: async (file) => {
      const text = files[file];
      return text === undefined ? { ok: false, reason: 'not-found' } : { ok: true, text };
    },
    out: (text) => {
      ran.out += text;
    },
    err: (text) => {
      ran.err += text;
    },
    outIsTerminal: false,
  };
  ran.code = await run(argv, io);
  return ran;
}

const files = { 'a.har': severalHar, 't.yaml': severalTemplate, '-': severalTemplate };

/** The same template with a second REST API that fits alike. */
const twoApis = `Transform: AWS::Serverless-2016-10-31
Resources:
  First: {Type: AWS::Serverless::Api, Properties: {StageName: Prod}}
  Second: {Type: AWS::Serverless::Api, Properties: {StageName: Prod}}
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      Events:
        One: {Type: Api, Properties: {Path: /orders, Method: put, RestApiId: !Ref First}}
        Two: {Type: Api, Properties: {Path: /orders, Method: put, RestApiId: !Ref Second}}
`;

describe('fix', () => {
  it('prints a diff of the template, and the proof beside it', async () => {
    const { code, out, err } = await cli(['fix', 'a.har', '--template', 't.yaml'], files);
    expect(code).toBe(0);
    expect(out).toMatch(/^--- a\/t\.yaml\n\+\+\+ b\/t\.yaml\n@@ /);
    expect(out).toContain(`+      AllowOrigin: "'https://app.example.test'"\n`);
    expect(err).toMatch(
      /^ServerlessRestApi: 1 of 1 captured requests pass, (\d+) of \1 strangers are refused\.\n/,
    );
    expect(err).toContain('https://b.example.test');
    expect(err).toContain('the capture does not show the handler’s answer');
  });

  it('prints the whole template where that is asked for, and a second time nothing is left to do', async () => {
    const first = await cli(['fix', 'a.har', '--template', '-', '--format', 'template'], files);
    expect(first.out).toBe(
      severalTemplate.replace(
        `"'https://app.example.test,https://b.example.test'"\n`,
        `"'https://app.example.test'"\n      AllowMethods: "'PUT'"\n`,
      ),
    );
    const again = await cli(['fix', 'a.har', '--template', 't.yaml'], { ...files, 't.yaml': first.out });
    expect([again.code, again.out]).toEqual([0, '']);
    expect(again.err).toContain('says all this already');
  });

  it.each([
    ['without a template', ['fix', 'a.har']],
    ['with one, where asked for', ['fix', 'a.har', '--template', 't.yaml', '--format', 'snippet']],
  ])('prints a snippet %s', async (_name, argv) => {
    const { code, out, err } = await cli(argv, files);
    expect(code).toBe(0);
    expect(out).toContain(`Globals:\n  Api:\n    Cors:\n      AllowOrigin: "'https://app.example.test'"\n`);
    expect(out).not.toMatch(/^---$/m);
    expect(err).toContain('the handler must change, too');
  });

  it('counts beside a snippet, too, what rests on AWS behaviour that was not recorded', async () => {
    const http = severalHar
      .replace('x-amz-apigw-id', 'apigw-requestid')
      .replace('x-amzn-requestid', 'x-none');
    const { err } = await cli(['fix', 'a.har'], { ...files, 'a.har': http });
    expect(err).toMatch(
      /strangers are refused\.\n.*: Resting on AWS behaviour that was not recorded: \d+ of these\.\n/,
    );
  });

  it('prints the handler that goes with the merged template, in the language that is asked for', async () => {
    const argv = ['fix', 'a.har', '--template', 't.yaml', '--format', 'handler'];
    const node = await cli(argv, files);
    expect(node.code).toBe(0);
    expect(node.out).toContain('const ALLOWED_ORIGINS = ["https://app.example.test"];');
    expect(node.out).not.toContain('OPTIONS');
    const python = await cli([...argv, '--handler', 'python'], files);
    expect(python.out).toContain('ALLOWED_ORIGINS = ["https://app.example.test"]');
    expect((await cli(['fix', 'a.har', '--format', 'handler'], files)).out).toBe(node.out);
  });

  it('prints a handler that answers OPTIONS where an event of the template leads it there', async () => {
    const led = severalTemplate.replace(
      /( +)Events:\n/,
      '$&$1  Pre: {Type: Api, Properties: {Path: /orders, Method: options}}\n',
    );
    const argv = ['fix', 'a.har', '--template', 't.yaml', '--format', 'handler'];
    const { out, code } = await cli(argv, { ...files, 't.yaml': led });
    expect(out).toContain('if (event.httpMethod === "OPTIONS") return');
    expect(code).toBe(0);
  });

  it('counts the requests that wait for the handler in a sentence of its own', async () => {
    const answered = actualHar('http://localhost:3000');
    const { err } = await cli(['fix', 'a.har', '--template', 't.yaml'], { ...files, 'a.har': answered });
    expect(err).toMatch(
      /^ {2}1 captured request passes only once the handler is changed, too: "fix --format/m,
    );
  });

  it('says that an origin of development would reach production', async () => {
    const { err } = await cli(['fix', 'a.har', '--template', 't.yaml'], {
      ...files,
      'a.har': severalHar.replaceAll('https://app.example.test', 'http://localhost:3000'),
    });
    expect(err).toMatch(/^ {2}http:\/\/localhost:3000 is an origin of development.+production, too.+/m);
    expect((await cli(['fix', 'a.har', '--template', 't.yaml'], files)).err).not.toContain('development');
  });

  describe('--stages', () => {
    const local = {
      ...files,
      'a.har': severalHar.replaceAll('https://app.example.test', 'http://localhost:3000'),
    };

    it('keeps an origin of development out of production in the template, and proves each stage', async () => {
      const { code, out, err } = await cli(['fix', 'a.har', '--template', 't.yaml', '--stages'], local);
      expect(code).toBe(0);
      expect(out).toContain('+      AllowOrigin: !FindInMap [CorsOrigins, !Ref CorsStage, Quoted]\n');
      expect(out).toContain('+    Default: prod\n');
      expect(err).toMatch(
        /^ServerlessRestApi: 1 of 1 captured requests pass, (\d+) of \1 strangers are refused\.\n/,
      );
      expect(err).toMatch(/write yours in the place of https:\/\/app\.example\.\n/);
      expect(err).not.toContain('is an origin of development');
    });

    it.each([
      ['without a template', ['fix', 'a.har', '--stages']],
      ['with one', ['fix', 'a.har', '--template', 't.yaml', '--format', 'snippet', '--stages']],
    ])('prints the snippet by stage in the place of the other: %s', async (_name, argv) => {
      const { out } = await cli(argv, local);
      expect(out).toMatch(/Parameters:\n {2}CorsStage:/);
      expect(out.match(/AllowOrigin:/g)).toHaveLength(1);
      expect((await cli(argv.slice(0, -1), local)).out).not.toContain('CorsStage');
    });

    it('changes nothing where no origin of development was captured', async () => {
      const argv = ['fix', 'a.har', '--template', 't.yaml'];
      expect((await cli([...argv, '--stages'], files)).out).toBe((await cli(argv, files)).out);
    });
  });

  it('prints the words of every note, not its title alone', async () => {
    const { err } = await cli(['fix', 'a.har'], files);
    expect(err).toMatch(/: Redeploy\n {2}Run sam deploy: /);
  });

  it('takes the API that is named where several fit, and asks for a name where none is given', async () => {
    const two = { ...files, 't.yaml': twoApis };
    const unsure = await cli(['fix', 'a.har', '--template', 't.yaml'], two);
    expect([unsure.code, unsure.out]).toEqual([2, '']);
    expect(unsure.err).toMatch(/choose one with --api, of First, Second\n$/);
    const sure = await cli(['fix', 'a.har', '--template', 't.yaml', '--api', 'Second'], two);
    expect(sure.code).toBe(0);
    expect(sure.err).toMatch(/^Second: 1 of 1/);
    expect(sure.out).toMatch(/^\+ {2}Second:|^\+.*Second/m);
    expect(sure.out).not.toMatch(/^\+ {2}First/m);
  });

  it('makes no half-change where the template cannot say it', async () => {
    const referred = severalTemplate.replace(/Cors:\n.*\n/, 'Cors: !Ref Whole\n');
    const { code, out, err } = await cli(['fix', 'a.har', '--template', 't.yaml'], {
      ...files,
      't.yaml': referred,
    });
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(
      /^t\.yaml:4:\d+: ServerlessRestApi cannot be changed so \(setting-is-a-function\)\. .+\n$/,
    );
  });
});

describe('verify', () => {
  it('says who fails and why, exit 1; and holds for the mended template, exit 0', async () => {
    const broken = await cli(['verify', 'a.har', '--template', 't.yaml'], files);
    expect(broken.code).toBe(1);
    expect(broken.out).toMatch(/^ServerlessRestApi: 0 of 1 captured requests pass/);
    expect(broken.out).toContain('PreflightMultipleAllowOriginValues');
    const { out } = await cli(['fix', 'a.har', '--template', 't.yaml', '--format', 'template'], files);
    const mended = await cli(['verify', 'a.har', '--template', 't.yaml'], { ...files, 't.yaml': out });
    expect([mended.code, mended.err]).toEqual([0, '']);
    expect(mended.out).toMatch(
      /^ServerlessRestApi: 1 of 1 captured requests pass, (\d+) of \1 strangers are refused\./,
    );
    expect(mended.out).toContain('the capture does not show the handler’s answer');
  });

  it('takes the template’s only API of the captured kind, whatever its stage is called', async () => {
    const elsewhere = { ...files, 'a.har': severalHar.replaceAll('/Prod/', '/live/') };
    expect((await cli(['verify', 'a.har', '--template', 't.yaml'], elsewhere)).out).toMatch(
      /^ServerlessRestApi: 0 of 1/,
    );
  });

  it('fails where the template lets in everyone', async () => {
    const open = severalTemplate.replace(/"'https.*'"/, `"'*'"`);
    const { code, out } = await cli(['verify', 'a.har', '--template', 't.yaml'], {
      ...files,
      't.yaml': open,
    });
    expect(code).toBe(1);
    expect(out).toMatch(/too open: the origin .+ is let in by the template/);
  });

  it('asks for a name where nothing tells the API', async () => {
    const { code, out, err } = await cli(['verify', 'a.har', '--template', 't.yaml'], {
      ...files,
      'a.har': blockedHar.replace('/orders', '/else'),
    });
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/name one with --api, of ServerlessRestApi\n$/);
  });
});

describe('both', () => {
  it.each([
    ['fix', ['fix', 'a.har']],
    ['fix', ['fix', 'a.har', '--template', 't.yaml']],
    ['verify', ['verify', 'a.har', '--template', 't.yaml']],
  ])('%s has nothing to do for a HAR without entries: %j', async (_name, argv) => {
    const { code, out, err } = await cli(argv, { ...files, 'a.har': emptyHar });
    expect(code).toBe(0);
    expect(out + err).toBe('Nothing captured asks for CORS.\n');
  });

  it.each([
    [
      'a name that the template lacks',
      ['--template', 't.yaml', '--api', 'Nope'],
      /t\.yaml has no API "Nope"; it has ServerlessRestApi/,
    ],
    ['a template that is none', ['--template', 'a.har'], /a\.har:1:1: no `Resources` map/],
    ['a missing template', ['--template', 'gone.yaml'], /gone\.yaml: no such file/],
  ])('refuse %s with one line, exit 2', async (_name, argv, message) => {
    for (const command of ['fix', 'verify']) {
      const { code, out, err } = await cli([command, 'a.har', ...argv], files);
      expect([code, out]).toEqual([2, '']);
      expect(err).toMatch(message);
      expect(err.trimEnd().split('\n')).toHaveLength(1);
    }
  });
});
