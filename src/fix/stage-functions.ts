import type { StagedOrigin, Stages } from './stages.ts';

/** The Parameter by which a deployment names its stage: one that says nothing is of the last, which lets no developer in. */
export const stageParameter = (stages: Stages) => ({
  Type: 'String',
  AllowedValues: stages.map(({ name }) => name),
  Default: stages.at(-1)?.name ?? '',
});

/** A condition that holds in these stages. */
export function isStage(names: readonly string[], parameter: string) {
  const tests = names.map((name) => ({ 'Fn::Equals': [{ Ref: parameter }, name] }));
  const [only, another] = tests;
  return another === undefined && only !== undefined ? only : { 'Fn::Or': tests };
}

/** An entry of a list of origins: one that not every stage has stands under its condition. */
export const stagedItem = ({ origin, condition }: StagedOrigin) =>
  condition === null ? origin : { 'Fn::If': [condition, origin, { Ref: 'AWS::NoValue' }] };
