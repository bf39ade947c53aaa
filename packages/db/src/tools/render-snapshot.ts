import { foldSnapshot } from "./fold-snapshot.ts";
import { runKit } from "./run-kit.ts";

const BREAK = "\n--> statement-breakpoint\n";

/** A factory's whole schema as the text of `drizzle/tenant/snapshot.sql`, stamped with how many migrations it stands for. */
export function renderSnapshot(version: number): string {
  const statements = runKit("export", "--config", "drizzle.tenant.config.ts")
    .split(/(?<=;)\s*\n/)
    .map((statement) => statement.replace(/^Reading schema files:\n(?:.*\.ts\n)+/, "").trim())
    .filter((statement) => statement !== "");
  const stamp = `-- version ${version}: the migrations of this folder in one. Written by pnpm db:new.\n`;
  return `${stamp}${foldSnapshot(statements).join(BREAK)}\n`;
}
