import { copyFinding } from '../model/copying.ts';
import { apiOf } from '../model/first-fix.ts';
import { showEvidence } from '../model/looking.ts';
import { standingOf } from '../model/standing.ts';
import { Assumption } from './assumption.tsx';
import { CallStack } from './call-stack.tsx';
import { Findings } from './findings.tsx';
import { FixActions } from './fix-actions.tsx';
import { Heading } from './heading.tsx';
import { Redirects } from './redirects.tsx';
import { Sequence } from './sequence.tsx';
import { Timing } from './timing.tsx';
import { VerdictBanner } from './verdict-banner.tsx';
import type { ViewProps } from './view-props.ts';

export function Diagnosis({ model, diagnosed }: ViewProps) {
  const { exchange, judgement } = diagnosed;
  const [frame] = exchange.call;
  const standing = standingOf(diagnosed);
  const mendable = (standing === 'blocked' || standing === 'risky') && apiOf(model, diagnosed) !== undefined;
  return (
    <>
      <Heading diagnosed={diagnosed} />
      <VerdictBanner diagnosed={diagnosed} />
      {mendable && <FixActions model={model} diagnosed={diagnosed} />}
      <Assumption model={model} diagnosed={diagnosed} />
      <CallStack model={model} diagnosed={diagnosed} />
      <Redirects diagnosed={diagnosed} />
      <Sequence diagnosed={diagnosed} />
      <Findings
        findings={diagnosed.findings}
        template={model.mirror.value.state.template}
        onCopy={(finding) => void copyFinding(model, diagnosed, finding)}
        onShow={(evidence) => showEvidence(model, exchange.id, judgement.hop, evidence)}
        call={frame && { frame, host: model.host }}
      />
      <Timing diagnosed={diagnosed} />
    </>
  );
}
