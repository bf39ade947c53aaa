"use client";
import { Input } from "@storehouse/ui";
import { Eye, EyeOff } from "lucide-react";
import { type ComponentProps, useState } from "react";
import { t } from "../language/t.ts";

/** A password, with an eye to see what was typed. */
export function PasswordInput(props: Omit<ComponentProps<typeof Input>, "type" | "after" | "before">) {
  const [isShown, setShown] = useState(false);
  const Icon = isShown ? EyeOff : Eye;
  return (
    <Input
      {...props}
      type={isShown ? "text" : "password"}
      autoCapitalize="none"
      spellCheck={false}
      after={
        <button
          type="button"
          aria-label={isShown ? t("common.hideThePassword") : t("common.showThePassword")}
          aria-pressed={isShown}
          onClick={() => setShown(!isShown)}
          className="-mr-1.5 flex size-8 items-center justify-center rounded-sm hover:text-ink"
        >
          <Icon aria-hidden className="size-4" />
        </button>
      }
    />
  );
}
