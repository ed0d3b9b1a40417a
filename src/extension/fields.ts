/** A field of an untrusted value, where the value is an object. */
export function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

/** The text of an untrusted value, empty where it is none. */
export function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
