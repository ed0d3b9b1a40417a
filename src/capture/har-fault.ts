/** Why a text is no HAR that can be read. Lines, columns and entry numbers as people count, from 1; `index` from 0. */
export type HarFault =
  | { readonly reason: 'empty' }
  | { readonly reason: 'truncated'; readonly line: number; readonly column: number }
  | { readonly reason: 'not-json'; readonly line: number; readonly column: number }
  /** JSON, but without the member that makes it a HAR. */
  | { readonly reason: 'not-har'; readonly missing: 'log' | 'log.entries' }
  /** `field` is the path within the entry, `request.url`. */
  | { readonly reason: 'entry'; readonly index: number; readonly field: string };

/** One line that names the file and the place. */
export function describeHarFault(fault: HarFault, fileName: string): string {
  // A file name can hold anything; the message stays one line.
  const name = fileName.replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, '?');
  switch (fault.reason) {
    case 'empty':
      return `${name}: the file is empty, a HAR was expected`;
    case 'truncated':
      return `${name}:${fault.line}:${fault.column}: the JSON ends in the middle; the file seems to be cut off`;
    case 'not-json':
      return `${name}:${fault.line}:${fault.column}: not valid JSON, so not a HAR`;
    case 'not-har':
      return `${name}: not a HAR: "${fault.missing}" is missing or of the wrong type`;
    case 'entry':
      return `${name}: log.entries[${fault.index}].${fault.field} is missing or of the wrong type`;
  }
}
