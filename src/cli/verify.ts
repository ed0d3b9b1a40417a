import {
  admittedText,
  failureText,
  holds,
  proofText,
  proveTemplate,
  restsOnTexts,
  type TemplateProof,
} from '../fix/index.ts';
import { visible } from '../report/index.ts';
import { chooseApis } from './choose-api.ts';
import type { Captured, Read } from './input.ts';
import type { Outcome } from './outcome.ts';

/** Proves the template as it is against what was captured. */
export function verify(captured: Captured, wanted: string | null): Read<Outcome> {
  const { loaded } = captured;
  if (loaded === null) return { ok: false, message: 'verify needs a template' };
  const chosen = chooseApis(captured, loaded, wanted);
  if (!chosen.ok) return chosen;
  if (chosen.value.length === 0)
    return { ok: true, value: { out: 'Nothing captured asks for CORS.\n', err: [], code: 0 } };
  const proofs = chosen.value.map(({ api, diagnosed }) => ({
    logicalId: api.logicalId,
    proof: proveTemplate({ api, judged: diagnosed }),
  }));
  const out = proofs.flatMap(({ logicalId, proof }) => proofLines(logicalId, proof)).join('\n');
  const code = proofs.every(({ proof }) => holds(proof)) ? 0 : 1;
  return { ok: true, value: { out: `${out}\n`, err: [], code } };
}

/** Failures and strangers that are told one by one. */
const most = 50;

/** A proof in lines, the sum first. All that a stranger wrote is made visible. */
export function proofLines(logicalId: string, proof: TemplateProof): readonly string[] {
  const told = [
    ...proof.failures.map((failure) => `  fails: ${failureText(failure)}`),
    ...proof.admitted.map((admitted) => `  too open: ${admittedText(admitted)}`),
  ];
  const more = told.length - most;
  return [
    `${logicalId}: ${proofText(proof)}`,
    ...told.slice(0, most),
    ...(more > 0 ? [`  and ${more} more`] : []),
    ...restsOnTexts(proof).map((text) => `  ${text}`),
  ].map(visible);
}
