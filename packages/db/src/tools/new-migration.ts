import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { renderSnapshot } from "./render-snapshot.ts";
import { runKit } from "./run-kit.ts";

const TENANT = join(import.meta.dirname, "..", "..", "..", "..", "drizzle", "tenant");

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { name: { type: "string" }, "snapshot-only": { type: "boolean", default: false } },
});
const [target] = positionals;
if ((target !== "central" && target !== "tenant") || (values.name === undefined && !values["snapshot-only"])) {
  console.error("Usage: pnpm db:new central|tenant --name <what_changes>   (or: tenant --snapshot-only)");
  process.exit(2);
}

if (values.name !== undefined) {
  console.log(runKit("generate", "--config", `drizzle.${target}.config.ts`, "--name", values.name));
}
if (target === "tenant") {
  const version = readdirSync(TENANT).filter((file) => /^\d{4}_\w+\.sql$/.test(file)).length;
  writeFileSync(join(TENANT, "snapshot.sql"), renderSnapshot(version));
}
