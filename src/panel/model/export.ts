import type { FileFormat } from '../../report/index.ts';
import type { PanelModel } from './model.ts';
import { inSlices, pageSlicing } from './slices.ts';

const files: Readonly<Record<FileFormat, { readonly fileName: string; readonly mime: string }>> = {
  html: { fileName: 'cors-report.html', mime: 'text/html' },
  markdown: { fileName: 'cors-report.md', mime: 'text/markdown' },
  json: { fileName: 'cors-report.json', mime: 'application/json' },
  har: { fileName: 'cors.har', mime: 'application/json' },
};

export interface ExportChoice {
  readonly format: FileFormat;
  /** Credentials are replaced by a mark. */
  readonly redact: boolean;
  /** Only what the filter lets through. */
  readonly listed: boolean;
}

/** Saves the report of what was captured. A large one takes a while, in which the panel goes on. */
export async function exportReport(model: PanelModel, choice: ExportChoice): Promise<void> {
  const { fileName, mime } = files[choice.format];
  model.exporting.value = fileName;
  model.announcement.value = `Writing ${fileName}`;
  try {
    // Each piece goes to the browser as it is written: all at once, many would stop the page.
    model.host.save(fileName, await reportPieces(model, choice, (text) => new Blob([text])), mime);
    model.announcement.value = `Saved ${fileName}`;
  } catch {
    model.announcement.value = `${fileName} could not be written`;
  } finally {
    model.exporting.value = null;
  }
}

/** The report's text in pieces, of the capture as it is now. */
export async function reportPieces<Piece>(
  model: PanelModel,
  { format, redact, listed }: ExportChoice,
  make: (text: string) => Piece,
): Promise<readonly Piece[]> {
  const capture = model.all.value;
  const exchanges = listed ? model.shown.value : capture;
  const { apis, state } = model.mirror.value;
  const { template } = state;
  const write = model.writeHandler.value;
  const language = model.handlerTarget.value;
  const { sourceOf, writeFile } = await import('./export-work.ts');
  const input = {
    source: sourceOf(exchanges),
    exchanges,
    capture,
    apis,
    // Of one that cannot be read there is nothing to tell.
    ...(template === null || template.fault !== null ? {} : { template }),
  };
  const options = {
    redact,
    // As the panel shows them.
    ...(write && language
      ? { writeHandler: (shape: Parameters<typeof write>[0]) => write(shape, language) }
      : {}),
  };
  return inSlices(writeFile(input, options, format), pageSlicing, make);
}
