import { diagnosed, finding, message } from './make.ts';

const markup = '<img src=x onerror=alert(1)>';
const controls = 'a\u202eb\u0007c\r\nd';

/** Strangers' strings wherever a stranger can put one. */
export const hostile = diagnosed({
  id: '66',
  apiId: `https://evil.example/${markup}`,
  kind: 'other',
  url: `https://evil.example/${markup}`,
  actual: message({
    method: markup,
    url: `https://evil.example/${markup}`,
    status: 200,
    got: [
      ['access-control-allow-origin', `${markup}${controls}`],
      [`x-${markup}`, `${markup}${'long'.repeat(400)}`],
    ],
  }),
  exchange: { origin: `https://${markup}` },
  verdict: { outcome: 'blocked', step: 'actual', code: 'InvalidAllowOriginValue', parameter: markup },
  findings: [
    finding({
      rule: 'origin-mismatch',
      title: markup,
      explanation: `${markup}${controls}`,
      evidence: [
        { message: 'actual-response', header: 'access-control-allow-origin', value: markup, note: markup },
      ],
    }),
  ],
});
