import { type Block, heading, paragraph, prose } from './block.ts';
import { outlineFinding } from './outline-finding.ts';
import type { ReportedTemplate } from './report.ts';

/** What the loaded template says by itself, whatever was captured. */
export function outlineTemplate(template: ReportedTemplate | null | undefined): readonly Block[] {
  if (template === null || template === undefined) return [];
  const { name, findings, warnings } = template;
  return [
    heading(2, ['Template ', { value: name }]),
    ...(findings.length === 0 ? [paragraph(['Nothing to remark on its CORS settings.'])] : []),
    ...findings.flatMap((finding) => outlineFinding(finding)),
    ...(warnings.length === 0
      ? []
      : [
          {
            type: 'list' as const,
            items: warnings.map(({ line, column, text }) => [
              `Line ${line}, column ${column}: `,
              ...prose(text),
            ]),
          },
        ]),
  ];
}
