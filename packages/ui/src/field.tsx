"use client";
import { CircleAlert } from "lucide-react";
import { createContext, type ReactNode, use, useId } from "react";
import { cn } from "./cn.ts";
import { say } from "./words.ts";

type FieldWiring = Readonly<{ id: string; describedBy: string | undefined; isInvalid: boolean; isRequired: boolean }>;
const Wiring = createContext<FieldWiring | null>(null);

type Given = {
  id?: string | undefined;
  "aria-describedby"?: string | undefined;
  "aria-invalid"?: unknown;
  "aria-required"?: unknown;
};

/** The attributes that tie a control to the Field around it. What the control was given itself wins. */
export function useFieldWiring(given: Given = {}) {
  const field = use(Wiring);
  return {
    id: given.id ?? field?.id,
    "aria-describedby": given["aria-describedby"] ?? field?.describedBy,
    "aria-invalid": given["aria-invalid"] === true || field?.isInvalid ? true : undefined,
    "aria-required": given["aria-required"] === true || field?.isRequired ? true : undefined,
  } as const;
}

type FieldProps = {
  label: string;
  /** Keeps the label for screen readers only: inside a row of a table, where the column's header names it. */
  isLabelHidden?: boolean;
  hint?: ReactNode;
  /** In words. When present the control is marked invalid and described by it. */
  error?: string | undefined;
  isOptional?: boolean;
  isRequired?: boolean;
  /** Stands at the far end of the label's line, as "Forgot it?". */
  aside?: ReactNode;
  className?: string;
  children: ReactNode;
};

/** A label, a control, a hint and an error, wired together for eyes and for screen readers. */
export function Field({ label, hint, error, children, aside, className, ...is }: FieldProps) {
  const id = useId();
  const hintId = hint ? `${id}-hint` : undefined;
  const errorId = error ? `${id}-error` : undefined;
  const describedBy = [errorId, hintId].filter(Boolean).join(" ") || undefined;
  const wiring = { id, describedBy, isInvalid: Boolean(error), isRequired: is.isRequired ?? false };
  return (
    <div className={cn("flex min-w-0 flex-col gap-1.5", className)}>
      <div className={cn("flex items-baseline justify-between gap-3", is.isLabelHidden && "sr-only")}>
        <label htmlFor={id} className="font-semibold">
          {label}
          {is.isOptional ? <span className="ml-1.5 font-normal text-faint">{say("optional")}</span> : null}
        </label>
        {aside}
      </div>
      <Wiring value={wiring}>{children}</Wiring>
      {error ? (
        <p id={errorId} className="flex gap-1.5 text-xs text-problem">
          <CircleAlert aria-hidden className="mt-px size-3.5 shrink-0" />
          <span>{error}</span>
        </p>
      ) : null}
      {hint ? (
        <p id={hintId} className="text-xs text-faint">
          {hint}
        </p>
      ) : null}
    </div>
  );
}
