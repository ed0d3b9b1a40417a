/** `a1b2c3d4e5 · Prod` for API Gateway's own hosts, as its console names them; the host and path of any other. */
export function shortName(base: string): string {
  const [, id, stage] = /^https:\/\/([a-z0-9]+)\.execute-api\.[^/]+(?:\/(.*))?$/.exec(base) ?? [];
  if (id === undefined) return base.replace(/^https?:\/\//, '');
  return stage ? `${id} · ${stage}` : id;
}
