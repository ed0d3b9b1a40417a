import type { TemplateFault, TemplateWarning } from './fault.ts';
import type { Place } from './place.ts';

/** One line that names the file and the place, and says what is wrong. `detail`s are a stranger's words, kept to one line. */
export function describeTemplateFault(fault: TemplateFault, fileName: string): string {
  return `${at(fileName, fault.place)}: ${faultWords(fault)}`;
}

/** One line that names the file and the place of something that is read all the same, but may not do what was meant. */
export function describeTemplateWarning(warning: TemplateWarning, fileName: string): string {
  return `${at(fileName, warning.place)}: ${warningWords(warning)}`;
}

const at = (fileName: string, { line, column }: Place) => `${oneLine(fileName)}:${line}:${column}`;

/** Control characters and line ends would break the line; nobody reads more than this of a detail. */
function oneLine(text: string): string {
  const clean = text.replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, '?');
  return clean.length > 200 ? `${clean.slice(0, 200)}…` : clean;
}

function faultWords({ reason, detail }: TemplateFault): string {
  const said = oneLine(detail);
  switch (reason) {
    case 'not-yaml':
      return said === '' ? 'neither YAML nor JSON' : `neither YAML nor JSON: ${said}`;
    case 'tab-indent':
      return 'a tab in the indentation; YAML allows only spaces there';
    case 'duplicate-key':
      return `the key "${said}" is here a second time; one of the two is lost`;
    case 'several-documents':
      return 'a second YAML document begins here; a template is a single one';
    case 'no-resources':
      return 'not a CloudFormation or SAM template: it has no "Resources" map';
    case 'too-large':
      return `${said} characters is more than is read; CloudFormation itself takes 1 MB at most`;
    case 'too-deep':
      return 'nested too deeply to be a template';
    case 'too-many-values':
      return 'too many values to be a template; aliases may multiply them';
  }
}

function warningWords({ reason, detail }: TemplateWarning): string {
  const said = oneLine(detail);
  switch (reason) {
    case 'not-sam':
      return 'CloudFormation without SAM: no Transform and no AWS::Serverless resource, so no API of SAM is read';
    case 'transform-missing':
      return `"${said}" is a SAM resource, but "Transform: AWS::Serverless-2016-10-31" is missing; CloudFormation refuses it`;
    case 'unknown-tag':
      return `unknown tag "${said}"; its value cannot be known`;
    case 'alias':
      return `alias "*${said}": SAM's command line resolves it, CloudFormation itself refuses aliases`;
    case 'merge-key':
      return 'merge key "<<": SAM\'s command line resolves it, CloudFormation itself refuses it';
    case 'macro':
      return `what "${said}" makes is known only when the template is deployed`;
    case 'odd-resource':
      return `the resource "${said}" is no map or has no Type; it is left out`;
  }
}
