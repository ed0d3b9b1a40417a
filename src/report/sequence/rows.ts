import { visible } from '../visible.ts';
import { callStep, endStep, hopSteps, type Step } from './flow.ts';
import type { Pictured } from './pictured.ts';

/** A step, or a line across the picture that tells of a redirect. */
export type Row =
  | { readonly type: 'step'; readonly step: Step }
  | { readonly type: 'band'; readonly text: string };

/** A browser follows 20 redirects; a picture of them all is read by nobody. */
const firstHops = 2;
const lastHops = 3;
/** What of a stranger's text anybody may want to read in a picture. */
const longest = 1000;

/** The picture from top to bottom: the call, the hops up to the deciding one with their redirects, what the page got. */
export function rowsOf(exchange: Pictured): readonly Row[] {
  const { deciding, hops } = exchange;
  const rows: Row[] = [row(callStep(exchange))];
  const leftOut = deciding + 1 - firstHops - lastHops;
  for (let index = 0; index <= deciding; index += 1) {
    if (leftOut > 0 && index >= firstHops && index < firstHops + leftOut) {
      if (index === firstHops) rows.push(band(`${leftOut} more ${leftOut === 1 ? 'redirect' : 'redirects'}`));
      continue;
    }
    if (index > 0) rows.push(band(`Redirect ${index}: ${hops[index]?.url ?? ''}`));
    rows.push(...hopSteps(exchange, index).map(row));
  }
  return [...rows, row(endStep(exchange))];
}

/** Untrusted text becomes visible before it is measured, so that escapes count. */
const shown = (text: string): string => visible(text.slice(0, longest));

function row(step: Step): Row {
  const note = step.note === null ? null : shown(step.note);
  return { type: 'step', step: { ...step, label: shown(step.label), note } };
}

const band = (text: string): Row => ({ type: 'band', text: shown(text) });
