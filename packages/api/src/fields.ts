import type { Failure } from "@storehouse/domain";
import { ZodError, type z } from "zod";

/** Which fields are wrong and why: path into the input → reason codes. */
export type Fields = Readonly<Record<string, readonly string[]>>;

type Issue = z.core.$ZodIssue;

/** The fields that bad input or a failure names; null when none. */
export function fieldsOf(cause: unknown, failure: Failure | null): Fields | null {
  if (cause instanceof ZodError) return fieldsOfIssues(cause.issues);
  if (failure === null || !("field" in failure) || failure.field === undefined) return null;
  return { [failure.field]: ["reason" in failure ? failure.reason : failure.code] };
}

function fieldsOfIssues(issues: readonly Issue[]): Fields {
  const fields = new Map<string, string[]>();
  for (const { path, reason } of issues.flatMap((issue) => flatten(issue, []))) {
    const reasons = fields.get(path) ?? [];
    if (!reasons.includes(reason)) reasons.push(reason);
    fields.set(path, reasons);
  }
  // Object.fromEntries defines even `__proto__` as a plain own key.
  return Object.fromEntries(fields);
}

function flatten(issue: Issue, parent: readonly PropertyKey[]): { path: string; reason: string }[] {
  const path = [...parent, ...issue.path];
  if (issue.code === "unrecognized_keys") {
    return issue.keys.slice(0, 20).map((key) => ({ path: pathText([...path, key]), reason: "UNKNOWN_FIELD" }));
  }
  if (issue.code === "invalid_union" && issue.errors.length > 0) {
    const told = issue.errors.map((branch) => branch.flatMap((inner) => flatten(inner, path)));
    return told.find((branch) => branch.some(({ reason }) => !GENERIC.has(reason))) ?? told.at(-1) ?? [];
  }
  return [{ path: pathText(path), reason: reasonOf(issue) }];
}

const GENERIC: ReadonlySet<string> = new Set(["WRONG_TYPE", "NOT_AN_OPTION", "REQUIRED", "INVALID"]);
const PATH_MAX = 200;

const pathText = (path: readonly PropertyKey[]): string => path.map(String).join(".").slice(0, PATH_MAX);

function reasonOf(issue: Issue): string {
  if (/^[A-Z][A-Z0-9_]*$/.test(issue.message)) return issue.message;
  if (issue.code === "invalid_type") return issue.message.endsWith("received undefined") ? "REQUIRED" : "WRONG_TYPE";
  return REASONS[issue.code] ?? "INVALID";
}

// Rules that were given no reason of their own.
const REASONS: Partial<Record<Issue["code"], string>> = {
  too_big: "TOO_LARGE",
  too_small: "TOO_SMALL",
  invalid_value: "NOT_AN_OPTION",
};
