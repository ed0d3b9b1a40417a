/** One header line as it stood on the wire: name in its own case, value already trimmed of HTTP whitespace. */
export type HeaderLine = readonly [name: string, value: string];

/** Header lines in wire order, duplicates kept. */
export type HeaderLines = readonly HeaderLine[];
