/** How `ledByStatus` begins a title. In a file of its own, so that the panel's list needs nothing else of the diagnosis. */
const leads =
  /^The (?:real answer was|preflight got) \d{1,3}(?: [A-Z][A-Za-z ]{1,40})?(?: \([\w.-]{1,80}\))?(?:; CORS hides it)?\. /;

/** A finding's title in two: the answer that leads it, where one does, and the cause by itself, for where the status stands beside it. */
export function splitLead(title: string): { readonly lead: string; readonly cause: string } {
  const lead = leads.exec(title)?.[0] ?? '';
  return { lead, cause: title.slice(lead.length) };
}
