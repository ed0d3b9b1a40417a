import { holds, type PolicyPart, proofText, unverifiedTexts } from '../fix/index.ts';
import { type Block, heading, type Line, paragraph } from './block.ts';
import type { ReportedApi, ReportedTrace } from './report.ts';

/** One API: the policy that its captured requests need, the changes that bring it about, and their proof. */
export function outlineApi(api: ReportedApi): readonly Block[] {
  return [
    heading(2, ['Fix for ', { value: api.base }, ` (${api.gateway})`]),
    { type: 'list', items: policyLines(api) },
    ...api.fixes.flatMap((fix): readonly Block[] => [
      heading(3, [fix.title]),
      fix.kind === 'note' && fix.language === 'text'
        ? paragraph([fix.text])
        : { type: 'code', language: fix.language, text: fix.text.replace(/\n$/, '') },
    ]),
    ...(api.fixes.length === 0 ? [] : [proofBlock(api.proof)]),
  ];
}

/** The policy's parts, each entry with how many requests asked for it. */
function policyLines({ policy, traces }: ReportedApi): readonly Line[] {
  const credentials = traces.find(({ part }) => part === 'credentials');
  const list = (title: string, part: PolicyPart, entries: readonly string[]): Line => {
    if (entries.length === 0) return [`${title}: none`];
    const asked = new Map(traces.filter((one) => one.part === part).map((one) => [one.value, one]));
    return [
      `${title}: `,
      ...entries.flatMap(
        (value, index): Line => [...(index === 0 ? [] : [', ']), { value }, askedText(asked.get(value))],
      ),
    ];
  };
  return [
    list('Origins', 'origin', policy.origins),
    list('Methods', 'method', policy.methods),
    list('Request headers', 'header', policy.headers),
    list('Exposed headers', 'expose-header', policy.exposeHeaders),
    [`Credentials: ${policy.credentials ? 'yes' : 'no'}${askedText(credentials)}`],
    [`Max age: ${policy.maxAge === null ? 'not set' : `${policy.maxAge} s`}`],
  ];
}

function askedText(trace: ReportedTrace | undefined): string {
  if (trace === undefined) return '';
  const by = trace.count === 1 ? '1 request' : `${trace.count} requests`;
  return ` (${by}${trace.development ? ', of development' : ''})`;
}

function proofBlock(proof: ReportedApi['proof']): Block {
  const said = [`On paper, with the fix in place: ${proofText(proof)}`, ...unverifiedTexts(proof)];
  return paragraph([said.join(' ')], holds(proof) ? 'good' : 'bad');
}
