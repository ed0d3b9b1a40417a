/** The keywords of JSON Schema that the schemas of HAR 1.2 use; formats are told by `pattern` where it matters. */
interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly optional?: boolean;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly pattern?: string;
  readonly min?: number;
}

/** By file name, as they refer to each other. */
export type Schemas = Readonly<Record<string, Schema>>;

const typeOf = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;

/** Where a HAR breaks HAR 1.2: a field that is missing, of another type, or unknown and without the underscore. */
export function harFaults(
  value: unknown,
  schemas: Schemas,
  schema: Schema = { $ref: 'har.json#' },
  at = 'har',
): readonly string[] {
  if (schema.$ref !== undefined) {
    const target = schemas[schema.$ref.replace('#', '')];
    return target === undefined ? [`${at}: no schema ${schema.$ref}`] : harFaults(value, schemas, target, at);
  }
  const type = schema.type === 'integer' && Number.isInteger(value) ? 'integer' : typeOf(value);
  if (schema.type !== undefined && schema.type !== type) return [`${at}: ${type}, not ${schema.type}`];
  if (typeof value === 'number' && value < (schema.min ?? -Infinity)) return [`${at}: below ${schema.min}`];
  if (typeof value === 'string' && schema.pattern !== undefined && !new RegExp(schema.pattern).test(value))
    return [`${at}: ${value} is not of the pattern`];
  if (Array.isArray(value))
    return value.flatMap((item, index) => harFaults(item, schemas, schema.items ?? {}, `${at}[${index}]`));
  if (typeof value !== 'object' || value === null) return [];
  const fields = new Map(Object.entries(value));
  const properties = schema.properties ?? {};
  return [
    ...(schema.required ?? []).filter((name) => !fields.has(name)).map((name) => `${at}.${name}: missing`),
    ...[...fields].flatMap(([name, field]) => {
      const known = properties[name];
      if (known !== undefined) return harFaults(field, schemas, known, `${at}.${name}`);
      return name.startsWith('_') || schema.properties === undefined ? [] : [`${at}.${name}: unknown`];
    }),
  ];
}
