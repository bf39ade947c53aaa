"use client";
import { Button, type ButtonProps } from "@storehouse/ui";
import { FlaskConical } from "lucide-react";
import { t } from "../../language/t.ts";
import { useLoadSample } from "./use-load-sample.ts";

/** One press, and there is a factory to look around in. */
export function LoadSampleButton({ variant = "secondary" }: Pick<ButtonProps, "variant">) {
  const { load, isPending } = useLoadSample();
  return (
    <Button variant={variant} onClick={load} isPending={isPending}>
      {isPending ? null : <FlaskConical aria-hidden />}
      {isPending ? t("sample.loading") : t("sample.load")}
    </Button>
  );
}
