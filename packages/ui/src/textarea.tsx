"use client";
import type { ComponentProps } from "react";
import { cn } from "./cn.ts";
import { useFieldWiring } from "./field.tsx";

/** Several lines of text; grows with what is typed where the browser can. */
export function Textarea({ className, rows = 3, ...props }: ComponentProps<"textarea">) {
  const wiring = useFieldWiring(props);
  return (
    <textarea
      {...props}
      {...wiring}
      rows={rows}
      className={cn("control field-sizing-content max-h-60 resize-y py-2", className)}
    />
  );
}
