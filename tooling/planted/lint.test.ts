import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { BIN, ROOT } from "../paths.ts";
import { runProgram } from "../process/run-program.ts";
import { plant } from "./plant.ts";

const JSX_TYPES = "export namespace JSX { type Element = object; type IntrinsicElements = Record<string, object>; }\n";

const SETTINGS = {
  "node_modules/react/package.json": JSON.stringify({ name: "react", version: "1.0.0", types: "index.d.ts" }),
  "node_modules/react/index.d.ts": "export function useState(x: number): [number];\n",
  "globals.d.ts": "declare const process: { env: Record<string, string | undefined> };\n",
  "node_modules/react/jsx-runtime.d.ts": JSX_TYPES,
  ".oxlintrc.json": readFileSync(join(ROOT, ".oxlintrc.json"), "utf8"),
  "tsconfig.json": JSON.stringify({
    compilerOptions: { strict: true, types: [], jsx: "react-jsx" },
    include: ["**/*"],
  }),
};

/** The rules that the house rests on, each with a file that breaks it. */
const PLANTED: Record<string, [path: string, text: string]> = {
  "typescript(no-explicit-any)": ["packages/domain/src/any.ts", "export function f(x: any): void { void x; }\n"],
  "typescript(no-non-null-assertion)": [
    "packages/domain/src/bang.ts",
    "export const f = (x?: string): string => x!;\n",
  ],
  "typescript(no-floating-promises)": [
    "packages/domain/src/floating.ts",
    "declare function later(): Promise<void>;\nexport function f(): void { later(); }\n",
  ],
  "typescript(no-misused-promises)": [
    "packages/domain/src/misused.ts",
    "declare function later(): Promise<boolean>;\nexport function f(): number { if (later()) return 1; return 2; }\n",
  ],
  "typescript(consistent-type-imports)": [
    "packages/domain/src/value-import.ts",
    'import { A } from "./exports.ts";\nexport const a: A = 1;\n',
  ],
  "typescript(switch-exhaustiveness-check)": [
    "packages/domain/src/switch.ts",
    'export function f(x: "a" | "b"): void { switch (x) { case "a": break; } }\n',
  ],
  "typescript(no-unsafe-call)": [
    "packages/domain/src/unsafe.ts",
    'export const f = (): void => { JSON.parse("1")(); };\n',
  ],
  "import(no-default-export)": ["packages/domain/src/default.ts", "export default 1;\n"],
  "unicorn(filename-case)": ["packages/domain/src/camelCase.ts", "export const a = 1;\n"],
  "eslint(no-restricted-properties)": [
    "packages/db/src/raw.ts",
    "declare const sql: { raw: (text: string) => string };\nexport const a = sql.raw('x');\n",
  ],
  "node(no-process-env)": ["apps/worker/src/jobs/reads-env.ts", "export const a: unknown = process.env['A'];\n"],
  "vitest(no-focused-tests)": [
    "packages/domain/src/focused.test.ts",
    'import { expect, test } from "vitest";\ntest.only("a", () => { expect(1).toBe(1); });\n',
  ],
  "react-hooks(rules-of-hooks)": [
    "apps/web/src/features/hook.tsx",
    'import { useState } from "react";\nexport function A({ on }: { on: boolean }) { if (on) { useState(1); } return <b />; }\n',
  ],
  "react(no-danger)": [
    "apps/web/src/features/danger.tsx",
    'export function A() { return <b dangerouslySetInnerHTML={{ __html: "x" }} />; }\n',
  ],
  "jsx-a11y(alt-text)": ["packages/ui/src/picture.tsx", 'export function A() { return <img src="a.png" />; }\n'],
  "next(no-html-link-for-pages)": [
    "apps/web/src/app/link.tsx",
    'export function A() { return <a href="/login">in</a>; }\n',
  ],
};

const HONEST: Record<string, string> = {
  "packages/domain/src/exports.ts": "export type A = number;\n",
  "apps/web/src/app/login/page.tsx": "export default function Page() { return <b />; }\n",
  "apps/web/src/env.ts": "export const a: unknown = process.env['A'];\n",
};

type Diagnostic = { code: string; filename: string };

async function lint(files: Record<string, string>): Promise<string[]> {
  using tree = plant({ ...SETTINGS, ...files });
  const { output } = await runProgram(join(BIN, "oxlint"), ["--format", "json"], { cwd: tree.root });
  const { diagnostics } = JSON.parse(output.slice(output.indexOf("{"))) as { diagnostics: Diagnostic[] };
  return diagnostics.map(({ code, filename }) => `${code} ${filename}`);
}

test("honest files break no rule", async () => {
  expect(await lint(HONEST)).toEqual([]);
});

test("every lint rule of the house fires on the file that breaks it", async () => {
  const planted = Object.fromEntries(Object.values(PLANTED));
  const expected = Object.entries(PLANTED).map(([rule, [path]]) => `${rule} ${path}`);
  expect(await lint({ ...HONEST, ...planted })).toEqual(expect.arrayContaining(expected));
});
