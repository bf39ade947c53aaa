import { join } from "node:path";
import ts from "typescript-api";
import { ROUTES } from "../rest/routes.ts";
import { type NamedSchemas, schemaOfType, type TypeSchema } from "./schema-of-type.ts";

const SRC = join(import.meta.dirname, "..");
const PROBE = join(SRC, "answers-probe.ts");
const TEXT = `import type { inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "./app-router.ts";
export type Outputs = inferRouterOutputs<AppRouter>;
`;

/** What every path of the REST interface answers, as JSON Schemas taken from the types that its use case returns. */
export function renderAnswers(): string {
  const program = openProgram();
  const checker = program.getTypeChecker();
  const at = program.getSourceFile(PROBE);
  if (at === undefined) throw new Error("the probe was not read");
  const outputs = at.statements.find((one) => ts.isTypeAliasDeclaration(one));
  if (outputs === undefined) throw new Error("the probe names no type");
  const all = checker.getTypeAtLocation(outputs.name);
  const named: NamedSchemas = new Map();
  const answers: Record<string, TypeSchema> = {};
  for (const path of [...new Set(ROUTES.map(({ procedure }) => procedure))].toSorted()) {
    answers[path] = schemaOfType({ checker, at, named }, typeAt(checker, at, all, path));
  }
  const schemas = Object.fromEntries([...named].toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return `${JSON.stringify({ answers, schemas }, null, 1)}\n`;
}

function typeAt(checker: ts.TypeChecker, at: ts.Node, all: ts.Type, path: string): ts.Type {
  return path.split(".").reduce((type, name) => {
    const property = checker.getPropertyOfType(type, name);
    if (property === undefined) throw new Error(`${path} has no output`);
    return checker.getTypeOfSymbolAtLocation(property, at);
  }, all);
}

/** The API's own program, with a file in it that is nowhere on disk. */
function openProgram(): ts.Program {
  const config = ts.readConfigFile(join(SRC, "..", "tsconfig.json"), (path) => ts.sys.readFile(path));
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, join(SRC, ".."));
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (name, ...rest) =>
    name === PROBE ? ts.createSourceFile(name, TEXT, ts.ScriptTarget.ESNext) : read(name, ...rest);
  const exists = host.fileExists.bind(host);
  host.fileExists = (name) => name === PROBE || exists(name);
  return ts.createProgram({ rootNames: [PROBE], options: { ...options, noEmit: true, composite: false }, host });
}
