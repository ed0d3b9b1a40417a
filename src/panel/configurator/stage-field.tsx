import type { PanelModel } from '../model/model.ts';
import { perStageLabel } from '../model/targets.ts';
import type { Entry } from './result.ts';
import { SwitchField } from './switch-field.tsx';

interface StageFieldProps {
  readonly model: PanelModel;
  readonly origins: readonly Entry[];
}

/** Where developers' origins stand beside others: the snippet in which a template Parameter keeps the first from production. */
export function StageField({ model, origins }: StageFieldProps) {
  const local = origins.filter(({ development }) => development).length;
  if (local === 0 || local === origins.length) return null;
  const note = 'a Parameter of the template keeps those of development out of production';
  return (
    <SwitchField
      label="Origins per stage"
      testId="per-stage"
      on={model.fixTarget.value?.startsWith(perStageLabel) === true}
      note={
        model.mirror.value.state.template === null
          ? note
          : `${note}; in the snippet, the change to your template allows them all`
      }
      onSwitch={(on) => {
        model.fixTarget.value = on ? perStageLabel : null;
      }}
    />
  );
}
