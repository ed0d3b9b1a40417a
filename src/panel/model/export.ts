import { buildReport, sourceOf, toJson, toMarkdown } from '../../report/index.ts';
import type { PanelModel } from './model.ts';

const written = {
  json: { write: toJson, fileName: 'cors-report.json', mime: 'application/json' },
  markdown: { write: toMarkdown, fileName: 'cors-report.md', mime: 'text/markdown' },
} as const;

export type ExportFormat = keyof typeof written;

/** Saves the report of everything captured. `redact` replaces credentials by a mark. */
export function exportReport(model: PanelModel, format: ExportFormat, redact: boolean): void {
  const exchanges = model.all.value;
  const { template } = model.mirror.value.state;
  const write = model.writeHandler.value;
  const language = model.handlerTarget.value;
  const report = buildReport(
    {
      source: sourceOf(exchanges),
      exchanges,
      apis: model.mirror.value.apis,
      // Of one that cannot be read there is nothing to tell.
      ...(template === null || template.fault !== null ? {} : { template }),
    },
    {
      redact,
      // As the panel shows them.
      ...(write && language ? { writeHandler: (shape) => write(shape, language) } : {}),
    },
  );
  const { write: toText, fileName, mime } = written[format];
  model.host.save(fileName, toText(report), mime);
  model.announcement.value = `Saved ${fileName}`;
}
