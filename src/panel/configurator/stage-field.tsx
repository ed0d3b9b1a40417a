import type { PanelModel } from '../model/model.ts';
import { perStageLabel } from '../model/targets.ts';
import type { Entry } from './result.ts';
import { SwitchField } from './switch-field.tsx';

interface StageFieldProps {
  readonly model: PanelModel;
  readonly origins: readonly Entry[];
}

/** Where developers' origins stand: a Parameter that keeps them out of production, in the snippet and in the user's template. */
export function StageField({ model, origins }: StageFieldProps) {
  const local = origins.filter(({ development }) => development).length;
  if (local === 0) return null;
  const { byStage } = model.configuring;
  const note = 'a Parameter of the template keeps those of development out of production';
  return (
    <SwitchField
      label="Origins per stage"
      testId="per-stage"
      on={byStage.value}
      note={local === origins.length ? `${note}; add yours of production above` : note}
      onSwitch={(on) => {
        byStage.value = on;
        model.fixTarget.value = on ? perStageLabel : null;
      }}
    />
  );
}
