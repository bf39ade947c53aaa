import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { trackedFiles } from "./tracked-files.ts";

const DOCUMENTS = /^(README|ARCHITECTURE|CONTRIBUTING)\.md$|^docs\/.*\.md$/;
/** What stands in code marks and begins like a path of this repository. */
const PATH_IN_CODE =
  /`((?:\.\/)?(?:apps|packages|drizzle|e2e|bench|tooling|docs|\.ci)\/[^`\s]*|[\w.-]+\.(?:json|yaml|yml|ts))`/g;
const LINK = /\]\((?!https?:|mailto:|#)([^)\s#]+)/g;
const TREE_LINE = /^([│ ]*)[├└]─+ ([\w.@()[\]-]+\/?)/;

/** Paths that the documents name and the repository does not have, as lines of a report. */
export function deadDocPaths(root: string): string[] {
  const files = trackedFiles(root);
  const names = new Set(files.map((path) => basename(path)));
  const documents = files.filter((path) => DOCUMENTS.test(path));
  // A bare name such as `env.ts` speaks of every file that is called so.
  const exists = (from: string, path: string): boolean => existsSync(join(root, from, path)) || names.has(path);
  return documents.flatMap((document) => {
    const text = readFileSync(join(root, document), "utf8");
    const inCode = [...text.matchAll(PATH_IN_CODE)].map(([, path]) => ({ path: path ?? "", from: "" }));
    const links = [...text.matchAll(LINK)].map(([, path]) => ({ path: path ?? "", from: dirname(document) }));
    const inTrees = treePaths(text).map((path) => ({ path, from: "" }));
    return [...inCode, ...links, ...inTrees]
      .filter(({ path, from }) => !isPattern(path) && !exists(from, path))
      .map(({ path }) => `${document}: ${path} does not exist`);
  });
}

/** `<noun>` and `*` stand for many files; they are checked up to there. */
function isPattern(path: string): boolean {
  return /[<>*…{}]/.test(path);
}

/** The paths that drawn trees spell out, one level of indentation (three columns) per folder. */
function treePaths(text: string): string[] {
  const folders: string[] = [];
  return text.split("\n").flatMap((line) => {
    const [, indent, name] = TREE_LINE.exec(line) ?? [];
    if (indent === undefined || name === undefined) return [];
    const depth = Math.floor(indent.length / 3);
    folders.length = depth;
    folders[depth] = name.replace(/\/$/, "");
    return [folders.join("/")];
  });
}

if (import.meta.main) {
  const found = deadDocPaths(resolve(process.argv[2] ?? "."));
  for (const line of found) console.error(line);
  process.exitCode = found.length > 0 ? 1 : 0;
}
