import type { LeftOut, ListPart } from '../../fix/index.ts';

interface FieldWords {
  readonly title: string;
  /** Names the input: what is added by it. */
  readonly add: string;
  readonly example: string;
}

export const fieldWords: Readonly<Record<ListPart, FieldWords>> = {
  origin: { title: 'Origins', add: 'Add an origin', example: 'https://app.example' },
  method: { title: 'Methods', add: 'Add a method', example: 'PUT' },
  header: { title: 'Request headers', add: 'Add a request header', example: 'x-request-id' },
  'expose-header': {
    title: 'Readable response headers',
    add: 'Add a response header that scripts may read',
    example: 'etag',
  },
};

/** Where only pages on a developer's machine were seen. */
export const productionWords = { add: 'Add your production origin' };

/** Seconds that people choose, with what they are for. */
export const maxAgePresets: readonly { readonly seconds: string; readonly label: string }[] = [
  { seconds: '', label: 'default' },
  { seconds: '0', label: '0, while testing' },
  { seconds: '600', label: '10 min' },
  { seconds: '7200', label: '2 h' },
  { seconds: '86400', label: '1 day' },
];

const leftOutReasons: Readonly<Record<LeftOut['reason'], string>> = {
  opaque: 'any sandboxed frame or file can send this origin, so that to allow it is to allow everyone',
  malformed: 'no browser sends this',
  wildcard: '* in a list means everything',
};

export function leftOutText({ part, reason }: LeftOut): string {
  return `${part === 'origin' ? 'Origin' : part === 'method' ? 'Method' : 'Header'} left out: ${leftOutReasons[reason]}.`;
}

export function requestsText(count: number): string {
  return count === 1 ? '1 request' : `${count} requests`;
}
