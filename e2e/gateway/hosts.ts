/** Hosts of AWS's form, by which a request tells its front door. Browsers under test find all of them at 127.0.0.1. */
export const awsHosts = {
  'function-url': 'abcdefghijklmnopqrstuvwxyz012345.lambda-url.us-east-1.on.aws',
  'execute-api': 'a1b2c3d4e5.execute-api.us-east-1.amazonaws.com',
  'execute-api http': 'f6g7h8i9j0.execute-api.us-east-1.amazonaws.com',
  cloudfront: 'd111111abcdef8.cloudfront.net',
} as const;

/** Chromium's flag for that. It counts once: another flag of the same name replaces it. */
export const chromiumHosts = `--host-resolver-rules=${Object.values(awsHosts)
  .map((host) => `MAP ${host} 127.0.0.1`)
  .join(', ')}`;

/** Firefox's preference for that. */
export const firefoxHosts = { 'network.dns.localDomains': Object.values(awsHosts).join(',') } as const;
