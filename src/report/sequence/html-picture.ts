import type { ReportedExchange } from '../report.ts';
import { sequencePicture } from './picture.ts';
import { picturedReport } from './pictured.ts';
import { toXml } from './svg-node.ts';

/** So many exchanges of a report have a picture; the rest are told in words. */
const mostPictures = 100;
const wide = 660;
const narrow = 300;

/** The picture for the HTML report, twice: the style sheet shows the one that there is room for. Empty where it has enough of them. */
export function htmlPicture(exchange: ReportedExchange, index: number): string {
  if (index >= mostPictures) return '';
  const source = picturedReport(exchange);
  const drawn = (width: number): string => toXml(sequencePicture(source, width));
  return `<figure class="wide">${drawn(wide)}</figure>\n<figure class="narrow">${drawn(narrow)}</figure>\n`;
}

/** Colours are the report's own. Paper has room for the wide one. */
export const pictureStyle = `
figure { margin: .75rem 0; } figure.narrow { display: none; }
.sequence { display: block; max-width: 100%; height: auto; }
.sequence text { font: 11px system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; fill: var(--text); }
.sequence text.wire { font: 10.5px ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace; fill: var(--dim); }
.sequence path, .sequence line { fill: none; stroke: var(--good); } .sequence .lifeline { stroke: var(--line); stroke-dasharray: 2 3; }
.sequence rect { fill: var(--code); stroke: var(--line); }
.sequence :is(.ghost, .waiting, .told) text { fill: var(--dim); }
.sequence :is(.ghost, .waiting) path { stroke: var(--dim); stroke-dasharray: 4 4; } .sequence .told path { stroke-dasharray: 1 3; }
.sequence .failed text { fill: var(--bad); } .sequence .failed path { stroke: var(--bad); stroke-width: 1.6; } .sequence .failed .cross { stroke-width: 2; }
.sequence .step .beyond { stroke: var(--dim); stroke-width: 1; stroke-dasharray: 1 3; }
@media screen and (max-width: 700px) { figure.wide { display: none; } figure.narrow { display: block; } }
@media print { figure { break-inside: avoid; } }
`;
