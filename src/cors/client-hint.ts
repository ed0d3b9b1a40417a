const clientHints: ReadonlySet<string> = new Set([
  'device-memory',
  'downlink',
  'dpr',
  'ect',
  'intervention',
  'rtt',
  'save-data',
  'viewport-width',
  'width',
]);

/** Whether Chromium safelists the name as a client hint (services/network/public/cpp/cors/cors.cc); the Standard does not. */
export function isClientHint(lowerName: string): boolean {
  return clientHints.has(lowerName) || lowerName.startsWith('sec-ch-');
}
