"use client";
import { toNestErrors } from "@hookform/resolvers";
import { useEffect } from "react";
import {
  type FieldErrors,
  type FieldValues,
  type Resolver,
  type UseFormProps,
  type UseFormReturn,
  useForm,
} from "react-hook-form";
import type { z } from "zod";

type FormSchema = z.ZodType<FieldValues, FieldValues>;
type Options<Schema extends FormSchema> = Omit<UseFormProps<z.input<Schema>, unknown, z.output<Schema>>, "resolver">;

/**
 * A form held to a schema of the domain. Fields are judged when left and on submit, never while typing; an error goes as soon as its field
 * is changed. Error messages are reason codes: show them through reasonMessage.
 */
export function useZodForm<Schema extends FormSchema>(
  schema: Schema,
  options: Options<Schema>,
): UseFormReturn<z.input<Schema>, unknown, z.output<Schema>> {
  const form = useForm<z.input<Schema>, unknown, z.output<Schema>>({
    mode: "onBlur",
    reValidateMode: "onBlur",
    ...options,
    resolver: resolverOf(schema),
  });
  const { subscribe, clearErrors, getFieldState } = form;
  useEffect(
    () =>
      subscribe({
        formState: { values: true },
        callback: ({ name, type }) => {
          if (type === "change" && name && getFieldState(name as never).error) clearErrors(name as never);
        },
      }),
    [subscribe, clearErrors, getFieldState],
  );
  return form;
}

function resolverOf<Schema extends FormSchema>(schema: Schema): Resolver<z.input<Schema>, unknown, z.output<Schema>> {
  return async (values, _context, options) => {
    const result = await schema.safeParseAsync(values);
    if (result.success) return { values: result.data as z.output<Schema>, errors: {} };
    const flat: Record<string, { type: string; message: string }> = {};
    for (const { path, reason } of result.error.issues.flatMap((issue) => reasonsOf(issue, []))) {
      flat[path] ??= { type: "schema", message: reason };
    }
    return { values: {}, errors: toNestErrors(flat as FieldErrors, options) as FieldErrors<z.input<Schema>> };
  };
}

type Told = Readonly<{ path: string; reason: string }>;

// Of a union ("empty, or an address") the branch that knows a reason speaks.
function reasonsOf(issue: z.core.$ZodIssue, parent: readonly PropertyKey[]): readonly Told[] {
  const path = [...parent, ...issue.path];
  if (issue.code === "invalid_union") {
    const branches = issue.errors.map((branch) => branch.flatMap((inner) => reasonsOf(inner, path)));
    const told = branches.find((branch) => branch.some(({ reason }) => reason !== "INVALID"));
    if (told) return told;
  }
  const reason = /^[A-Z][A-Z0-9_]*$/.test(issue.message) ? issue.message : "INVALID";
  return [{ path: path.map(String).join("."), reason }];
}
