import type { BrowserProfile } from './profile.ts';

const standard = {
  name: 'standard',
  wildcardCoversAuthorization: false,
  clientHintsSafelisted: false,
  userAgentIgnored: false,
  lenientSafelistValues: true,
  rangeBoundsAre64Bit: false,
  unsafeNamesFixedAtStart: false,
  emptyLocationRedirects: true,
  preflightRedirectNamedFirst: false,
  preflightKeepsOriginAfterTaint: false,
  methodCheckedBeforeHeaderNames: false,
  maxAgeCap: null,
  unparsableMaxAge: 5,
  negativeMaxAge: 5,
  cachedWildcardHits: true,
  credentialedEntryServesOthers: true,
} as const satisfies BrowserProfile;

/** The Standard itself, and the departures measured in Chromium 156 and Firefox 153. */
export const profiles: Readonly<Record<BrowserProfile['name'], BrowserProfile>> = {
  standard,
  chromium: {
    ...standard,
    name: 'chromium',
    wildcardCoversAuthorization: true,
    clientHintsSafelisted: true,
    userAgentIgnored: true,
    rangeBoundsAre64Bit: true,
    emptyLocationRedirects: false,
    preflightRedirectNamedFirst: true,
    maxAgeCap: 7200,
    negativeMaxAge: 0,
  },
  firefox: {
    ...standard,
    name: 'firefox',
    wildcardCoversAuthorization: true,
    lenientSafelistValues: false,
    rangeBoundsAre64Bit: true,
    unsafeNamesFixedAtStart: true,
    preflightKeepsOriginAfterTaint: true,
    methodCheckedBeforeHeaderNames: true,
    maxAgeCap: 86_400,
    unparsableMaxAge: 0,
    negativeMaxAge: 0,
    cachedWildcardHits: false,
    credentialedEntryServesOthers: false,
  },
};
