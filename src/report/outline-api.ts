import { type Block, heading, type Line, paragraph, values } from './block.ts';
import type { ReportedApi } from './report.ts';

/** One API: the policy that its captured requests need, the changes that bring it about, and their proof. */
export function outlineApi(api: ReportedApi): readonly Block[] {
  return [
    heading(2, ['Fix for ', { value: api.base }, ` (${api.gateway})`]),
    { type: 'list', items: policyLines(api.policy) },
    ...api.fixes.flatMap((fix): readonly Block[] => [
      heading(3, [fix.title]),
      fix.kind === 'note' && fix.language === 'text'
        ? paragraph([fix.text])
        : { type: 'code', language: fix.language, text: fix.text.replace(/\n$/, '') },
    ]),
    ...(api.fixes.length === 0 ? [] : [proofBlock(api.proof)]),
  ];
}

function policyLines(policy: ReportedApi['policy']): readonly Line[] {
  return [
    ['Origins: ', ...values(policy.origins, 'none')],
    ['Methods: ', ...values(policy.methods, 'none')],
    ['Request headers: ', ...values(policy.headers, 'none')],
    ['Exposed headers: ', ...values(policy.exposeHeaders, 'none')],
    [`Credentials: ${policy.credentials ? 'yes' : 'no'}`],
    [`Max age: ${policy.maxAge === null ? 'not set' : `${policy.maxAge} s`}`],
  ];
}

function proofBlock(proof: ReportedApi['proof']): Block {
  const requests = proof.passed + proof.failed;
  const strangers = proof.strangersRefused + proof.strangersAccepted;
  const holds = proof.failed === 0 && proof.strangersAccepted === 0;
  return paragraph(
    [
      `On paper, with the fix in place: ${proof.passed} of ${requests} captured requests pass, `,
      `${proof.strangersRefused} of ${strangers} strangers are refused.`,
      ...(proof.restsOnUnverified === 0
        ? []
        : [` ${proof.restsOnUnverified} of these rest on AWS behaviour that was not recorded.`]),
    ],
    holds ? 'good' : 'bad',
  );
}
