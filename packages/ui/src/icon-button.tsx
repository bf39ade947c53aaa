"use client";
import { Button, type ButtonProps } from "./button.tsx";
import { Tooltip } from "./tooltip.tsx";

type IconButtonProps = Omit<ButtonProps, "size" | "aria-label" | "asChild"> & {
  /** Its name for a screen reader, and the words of its tooltip. */
  label: string;
  /** The key that does the same, shown in the tooltip. */
  keys?: string;
  side?: "top" | "right" | "bottom" | "left";
};

/** A button that is only an icon: always named, always with a tooltip. */
export function IconButton({ label, keys, side = "bottom", variant = "ghost", ...props }: IconButtonProps) {
  return (
    <Tooltip label={label} keys={keys} side={side}>
      <Button size="icon" variant={variant} aria-label={label} {...props} />
    </Tooltip>
  );
}
