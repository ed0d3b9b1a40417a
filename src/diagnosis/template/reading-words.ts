import type {
  Template,
  TemplateFault,
  TemplateFaultReason,
  TemplateWarning,
  TemplateWarningReason,
} from '../../template/index.ts';
import { quote } from '../text.ts';

const faultWords: Readonly<Record<TemplateFaultReason, (detail: string) => string>> = {
  'not-yaml': (detail) => `not YAML${detail === '' ? '' : `: ${quote(detail)}`}`,
  'tab-indent': () => 'a tab indents this line; YAML takes blanks only',
  'duplicate-key': (detail) => `the key ${quote(detail)} stands twice in one map`,
  'several-documents': () => 'a second document begins here; a template is one',
  'no-resources': () => 'no `Resources` map, so this is no SAM or CloudFormation template',
  'too-large': () => 'too large for a template (more than 4 million characters)',
  'too-deep': () => 'nested too deeply to be read',
  'too-many-values': () => 'its aliases multiply into too many values to be read',
};

/** What makes a text unreadable as a template, as half a sentence without its place. */
export function faultText({ reason, detail }: TemplateFault): string {
  return faultWords[reason](detail);
}

const warningWords: Readonly<Record<TemplateWarningReason, (detail: string) => string>> = {
  'not-sam': () =>
    'Neither a `Transform` nor a resource of SAM: this is CloudFormation alone, and only CloudFormation’s own resources are read.',
  'transform-missing': (detail) =>
    `${quote(detail)} is a resource of SAM, but \`Transform: AWS::Serverless-2016-10-31\` is missing: CloudFormation refuses it.`,
  'unknown-tag': (detail) => `CloudFormation knows no tag ${quote(detail)}; its value is taken as unknown.`,
  alias: () => 'CloudFormation refuses YAML aliases; SAM’s command line resolves them before it deploys.',
  'merge-key': () =>
    'CloudFormation refuses YAML merge keys; SAM’s command line resolves them before it deploys.',
  macro: (detail) =>
    `What ${quote(detail)} makes is known only when the template is deployed; it is taken as unknown.`,
  'odd-resource': (detail) =>
    `The resource ${quote(detail)} is no map or has no \`Type\`; it is passed over.`,
};

/** Warnings that are told; a generated template may have thousands of a kind. */
const most = 50;

/** What is odd in a template that can be read, each with its line and column. */
export function warningLines(
  template: Template,
): readonly { readonly line: number; readonly column: number; readonly text: string }[] {
  return template.warnings.slice(0, most).map((warning: TemplateWarning) => ({
    line: warning.place.line,
    column: warning.place.column,
    text: warningWords[warning.reason](warning.detail),
  }));
}
