import { createHash } from "node:crypto";
import { readSchema, type Schema } from "../provision/load-schema.ts";

/** The real schema and one more migration, as an update of the product would bring it. */
export function laterSchema(number: number, statements: readonly string[]): Schema {
  const schema = readSchema();
  const name = `${String(9000 + number)}_later`;
  const steps = statements.map((sql, at) => ({
    id: `${name}#${String(at + 1).padStart(2, "0")}`,
    sql,
    checksum: createHash("sha256").update(sql).digest("hex"),
  }));
  const version = schema.version + number;
  return { ...schema, migrations: [...schema.migrations, { name, version, steps }], version };
}
