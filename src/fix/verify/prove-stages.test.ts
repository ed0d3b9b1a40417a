import { describe, expect, it } from 'vitest';
import { readApis } from '../../gateway/index.ts';
import { parseTemplate } from '../../template/index.ts';
import { judged } from '../judged.testing.ts';
import { synthesisePolicy } from '../policy.ts';
import { stagesOf } from '../stages.ts';
import { type Edited, proveEdited } from './prove-stages.ts';
import { fixTemplate } from './template-fix.ts';

const app = 'https://app.example';
const local = 'http://localhost:5173';
const url = 'https://a1b2c3d4e5.execute-api.us-east-1.amazonaws.com/orders';

const http = `Transform: AWS::Serverless-2016-10-31
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      Events:
        Put: {Type: HttpApi, Properties: {Path: /orders, Method: put}}
`;
const rest = http.replace('HttpApi', 'Api');

const from = (origins: readonly string[], at = url) =>
  origins.map((origin) => judged({ origin, method: 'PUT', headers: ['content-type'], url: at }));

function fixed(text: string, origins: readonly string[], byStage: boolean, at = url) {
  const all = from(origins, at);
  const read = parseTemplate(text);
  const [api] = read.ok ? readApis(read.template) : [];
  if (!read.ok || api === undefined) throw new Error('no API');
  const made = fixTemplate({
    template: read.template,
    api,
    policy: synthesisePolicy(all),
    judged: all,
    findings: [],
    byStage,
  });
  if (!made.ok) throw new Error(made.merged.nearest);
  return { ...made, api, all };
}

describe('a fix by stage', () => {
  it.each([
    ['an HTTP API', http, url],
    ['a REST API', rest, url.replace('/orders', '/Prod/orders')],
  ])('is proven in every stage: what was captured passes where it belongs, of %s', (_name, text, at) => {
    const { proof, merged } = fixed(text, [app, local], true, at);
    expect(merged.staging?.stages.map(({ name }) => name)).toEqual(['dev', 'prod']);
    expect(proof).toMatchObject({ passed: 2, failed: 0, strangersAccepted: 0, assumes: [] });
    // Both stages have strangers, and production one more: the origin of development.
    expect(proof.strangersRefused).toBeGreaterThan(
      fixed(text, [app, local], false, at).proof.strangersRefused,
    );
  });

  it('passes where only developers were captured, and production is nobody’s yet', () => {
    expect(fixed(http, [local], true).proof).toMatchObject({ passed: 1, failed: 0, strangersAccepted: 0 });
  });

  it('does not hold where production lets the origin of development in', () => {
    const { merged, api, all } = fixed(http, [app, local], true);
    const stages = stagesOf('http', [app, local]);
    if (merged.staging === null || stages === null) throw new Error('not staged');
    const opened = merged.text.replace(/!If \[CorsInDev, ("[^"]+"), .*\]/, '$1');
    expect(opened).not.toBe(merged.text);
    const read = parseTemplate(opened);
    if (!read.ok) throw new Error('not a template');
    const open: Edited = {
      template: read.template,
      deployed: api,
      policy: synthesisePolicy(all),
      judged: all,
      staging: merged.staging,
    };
    const { admitted } = proveEdited(open, 'mended');
    expect(admitted).toContainEqual(
      expect.objectContaining({ what: 'origin', origin: local, by: 'template' }),
    );
    expect(proveEdited({ ...open, template: merged.template }, 'mended').admitted).toEqual([]);
  });
});
