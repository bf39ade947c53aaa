import { parseSync } from "vite";

/** Words that stand in a source as they are, and where. */
export type RawWords = Readonly<{ line: number; text: string }>;

// Attributes and properties that people read or hear.
const READ: ReadonlySet<string> = new Set(
  "aria-label label title hint placeholder text description alt lead addLabel emptyText saveText".split(" "),
);
const SAYS: ReadonlySet<string> = new Set(["toast", "confirm"]);
// The same in every language: the product's name, and keys of a keyboard.
const SAME: ReadonlySet<string> = new Set(["Storehouse", "Esc", "Enter", "Ctrl K"]);

// A key of the catalogue, in a table of them.
const KEY = /^[a-z]\w*\.\w+$/;
// A day as a sample of how days are written, a class of a style sheet.
const SAMPLE = /^\d+ [A-Z][a-z]{2} \d{4}$|^[a-z]+(-[a-z]+)+$/;

type Node = Readonly<Record<string, unknown>> & Readonly<{ type: string; start: number }>;

/** Finds the words for people that are written into a source instead of taken from the catalogue. */
export function findRawWords(file: string, source: string): readonly RawWords[] {
  const found = new Map<number, string>();
  const add = ({ at, text }: Literal) => {
    if (/\p{L}{2}/u.test(text) && !KEY.test(text) && !SAMPLE.test(text) && !SAME.has(text.trim()))
      found.set(at, text.trim().replaceAll(/\s+/g, " "));
  };
  const visit = (node: Node) => {
    for (const literal of said(node)) add(literal);
    for (const child of Object.values(node).flat()) if (isNode(child)) visit(child);
  };
  const program: unknown = parseSync(file, source).program;
  if (isNode(program)) visit(program);
  return [...found].map(([at, text]) => ({ line: source.slice(0, at).split("\n").length, text }));
}

type Literal = Readonly<{ at: number; text: string }>;

// What a node itself says: an element its text, an attribute, a property or a call what it is given.
function said(node: Node): readonly Literal[] {
  switch (node.type) {
    case "JSXText":
      return [{ at: node.start, text: String(node["value"]) }];
    case "JSXAttribute":
      return READ.has(nameOf(node["name"])) ? literals(node["value"]) : [];
    case "Property":
      return READ.has(nameOf(node["key"])) ? literals(node["value"]) : [];
    case "JSXElement":
    case "JSXFragment":
      return (node["children"] as readonly unknown[]).filter((child) => typeOf(child) !== "JSXText").flatMap(literals);
    case "CallExpression":
      return SAYS.has(nameOf(node["callee"])) ? literals((node["arguments"] as readonly unknown[])[0]) : [];
    default:
      return [];
  }
}

// The strings an expression comes to, whichever way it decides.
function literals(node: unknown): readonly Literal[] {
  if (!isNode(node)) return [];
  switch (node.type) {
    case "Literal":
      return typeof node["value"] === "string" ? [{ at: node.start, text: node["value"] }] : [];
    case "TemplateLiteral":
      return [{ at: node.start, text: (node["quasis"] as readonly unknown[]).map(rawOf).join(" ") }];
    case "JSXExpressionContainer":
      return literals(node["expression"]);
    case "ConditionalExpression":
      return [...literals(node["consequent"]), ...literals(node["alternate"])];
    case "LogicalExpression":
      return [...literals(node["left"]), ...literals(node["right"])];
    default:
      return [];
  }
}

const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null && "type" in value;
const typeOf = (node: unknown): string => (isNode(node) ? node.type : "");

function nameOf(node: unknown): string {
  if (!isNode(node)) return "";
  return typeof node["name"] === "string" ? node["name"] : nameOf(node["property"]);
}

function rawOf(quasi: unknown): string {
  const value = isNode(quasi) ? quasi["value"] : undefined;
  return typeof value === "object" && value !== null && "raw" in value ? String(value.raw) : "";
}
