/** Where the project's pages are, `docs/` at their root: the same as the `$id` of the report's schema. */
const site = 'https://cors-inspector.dev';

/** The section of `docs/causes.md` on a rule. Rule ids are ours: letters, digits and hyphens. */
export function causeLink(rule: string): string {
  return `${site}/causes.md#${encodeURIComponent(rule)}`;
}
