import { diagnoseTemplate, faultText, type LoadedTemplate, warningLines } from '../diagnosis/index.ts';
import type { TemplateState } from './messages.ts';
import { steps as ownSteps, type Steps } from './steps.ts';

/** The one template of a session: what the rules ask, null where it cannot be read, and what views show of it. */
export interface KeptTemplate {
  readonly loaded: LoadedTemplate | null;
  readonly state: TemplateState;
}

/** Reads a template; one that cannot be read is kept as its fault, so that the user sees it. */
export function keepTemplate(
  name: string,
  text: string,
  steps: Pick<Steps, 'loadTemplate'> = ownSteps,
): KeptTemplate {
  const load = steps.loadTemplate(text, name);
  if (!load.ok) {
    const { line, column } = load.fault.place;
    const fault = { line, column, text: faultText(load.fault) };
    return { loaded: null, state: { name, text, apis: [], findings: [], warnings: [], fault } };
  }
  const { loaded } = load;
  return {
    loaded,
    state: {
      name,
      text,
      apis: loaded.apis.map(({ logicalId, kind }) => ({ logicalId, kind })),
      findings: diagnoseTemplate(loaded),
      warnings: warningLines(loaded.template),
      fault: null,
    },
  };
}
