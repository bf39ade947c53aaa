import type { FieldPath, FieldValues, UseFormReturn } from "react-hook-form";
import { failureOf, fieldsOf } from "../../trpc/failure-of.ts";
import { t } from "../../language/t.ts";
import { errorMessage, failureMessage } from "./failure-message.ts";
import { reasonMessage } from "./reason-message.ts";

type AnyForm<Values extends FieldValues, Output> = Pick<
  UseFormReturn<Values, unknown, Output>,
  "setError" | "setFocus" | "getValues"
>;

/**
 * Puts a refusal on the form's fields and the focus on the first. Gives back the words that found no field, for a banner over the form or a
 * toast; null when all of them stand at fields.
 */
export function showFailure<Values extends FieldValues, Output>(
  form: AnyForm<Values, Output>,
  error: unknown,
): string | null {
  const failure = failureOf(error);
  // The shell asks for the password over the page: the form itself has nothing to say.
  if (failure?.code === "NOT_SIGNED_IN") return null;
  const values: unknown = form.getValues();
  const known = Object.entries(fieldsOf(error) ?? {}).filter(([path]) => hasPath(values, path));
  if (known.length === 0) return errorMessage(error);
  for (const [index, [path, reasons]] of known.entries()) {
    const name = path as FieldPath<Values>;
    const words = failure && "field" in failure && failure.field === path ? failureMessage(failure) : undefined;
    const message = words ?? reasonMessage(reasons[0]) ?? t("failure.pleaseCheckThis");
    form.setError(name, { type: "server", message }, { shouldFocus: index === 0 });
  }
  return null;
}

function hasPath(values: unknown, path: string): boolean {
  let at = values;
  for (const step of path.split(".")) {
    if (typeof at !== "object" || at === null || !(step in at)) return false;
    at = (at as Readonly<Record<string, unknown>>)[step];
  }
  return true;
}
