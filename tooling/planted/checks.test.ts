import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { deadDocPaths } from "../check-doc-paths.ts";
import { filesTooLong } from "../check-file-size.ts";
import { BIN, ROOT } from "../paths.ts";
import { type RunResult, runProgram } from "../process/run-program.ts";
import { emptyPackages, plant } from "./plant.ts";

const real = (path: string): string => readFileSync(join(ROOT, path), "utf8");

describe("file size", () => {
  test("301 lines are too many, 300 are not; migrations are not written by hand", () => {
    using tree = plant({
      "packages/a/src/long.ts": "//\n".repeat(301),
      "packages/a/src/fits.ts": "//\n".repeat(300),
      "drizzle/tenant/0000_first.ts": "//\n".repeat(900),
    });
    expect(filesTooLong(tree.root)).toEqual(["packages/a/src/long.ts: 301 lines, at most 300"]);
  });
});

describe("paths in documents", () => {
  test("a path that does not exist is found in code marks, in links and in trees", () => {
    using tree = plant({
      "ARCHITECTURE.md":
        "`apps/web` `apps/gone/src` `packages/<noun>/x.ts`\n\n├─ apps/\n│  ├─ web/     here\n│  └─ lost/\n",
      "docs/adr/0001-a.md": "[up](../../ARCHITECTURE.md) [off](./0002-b.md) [out](https://example.org)\n",
      "apps/web/a.ts": "",
    });
    expect(deadDocPaths(tree.root)).toEqual([
      "ARCHITECTURE.md: apps/gone/src does not exist",
      "ARCHITECTURE.md: apps/lost does not exist",
      "docs/adr/0001-a.md: ./0002-b.md does not exist",
    ]);
  });
});

describe("dead code", () => {
  const manifest = (dependencies: Record<string, string>): string =>
    JSON.stringify({ name: "@storehouse/domain", type: "module", exports: { ".": "./src/index.ts" }, dependencies });
  const honest = {
    "knip.json": real("knip.json"),
    "package.json": JSON.stringify({ name: "storehouse", private: true }),
    "pnpm-workspace.yaml": 'packages: ["packages/*"]\n',
    "packages/domain/package.json": manifest({ zod: "1.0.0" }),
    "packages/domain/src/index.ts": 'import "zod";\nimport { a } from "./used.ts";\nexport const b = a;\n',
    "packages/domain/src/used.ts": "export const a = 1;\n",
    ...emptyPackages("zod", "left-over"),
  };

  test("an unused file, export and dependency are found", async () => {
    expect((await knip(honest)).code).toBe(0);
    const { code, output } = await knip({
      ...honest,
      "packages/domain/src/orphan.ts": "export const c = 1;\n",
      "packages/domain/src/used.ts": "export const a = 1;\nexport const unusedExport = 2;\n",
      "packages/domain/package.json": manifest({ zod: "1.0.0", "left-over": "1.0.0" }),
    });
    expect(code).not.toBe(0);
    for (const found of ["orphan.ts", "unusedExport", "left-over"]) expect(output).toContain(found);
  });

  async function knip(files: Record<string, string>): Promise<RunResult> {
    using tree = plant(files);
    return await runProgram(join(BIN, "knip"), ["--no-progress", "--no-config-hints"], { cwd: tree.root });
  }
});

describe("format", () => {
  test("a file that the formatter would change is found", async () => {
    using tree = plant({ "biome.json": real("biome.json"), "a.ts": "export const a  =  1\n" });
    expect((await runProgram(join(BIN, "biome"), ["format", "."], { cwd: tree.root })).code).not.toBe(0);
  });
});

describe("project references", () => {
  const config = (references: string[]): string =>
    JSON.stringify({
      extends: "../../tooling/tsconfig/base.json",
      compilerOptions: { rootDir: ".", outDir: "../../.tsbuild/x", types: [] },
      include: ["src"],
      references: references.map((path) => ({ path })),
    });
  const tree = (references: string[]): Record<string, string> => ({
    "tooling/tsconfig/base.json": real("tooling/tsconfig/base.json"),
    "package.json": JSON.stringify({ type: "module" }),
    "packages/low/tsconfig.json": config([]).replace("tsbuild/x", "tsbuild/low"),
    "packages/low/src/index.ts": "export const low: number = 1;\n",
    "packages/high/tsconfig.json": config(references).replace("tsbuild/x", "tsbuild/high"),
    "packages/high/src/index.ts": 'import { low } from "../../low/src/index.ts";\nexport const high: number = low;\n',
  });

  test("a package that is not referenced cannot be compiled against", async () => {
    expect((await compile(tree(["../low"]))).output).toBe("");
    expect((await compile(tree([]))).output).toMatch(/TS6059|TS6307/);
  });

  async function compile(files: Record<string, string>): Promise<RunResult> {
    using planted = plant(files);
    return await runProgram(join(BIN, "tsc"), ["-b", "packages/high"], { cwd: planted.root });
  }
});
