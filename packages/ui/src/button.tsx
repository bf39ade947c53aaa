import { cva, type VariantProps } from "class-variance-authority";
import { LoaderCircle } from "lucide-react";
import { Slot } from "radix-ui";
import type { ComponentProps, MouseEvent } from "react";
import { cn } from "./cn.ts";

/** The look of a button, for links that must look like one. */
export const buttonLook = cva(
  "inline-flex h-control shrink-0 select-none items-center justify-center gap-2 whitespace-nowrap rounded-md border text-sm font-semibold transition-colors disabled:cursor-not-allowed disabled:opacity-55 [&_svg]:size-4 [&_svg]:shrink-0",
  {
    variants: {
      variant: {
        primary: "border-transparent bg-accent text-on-accent shadow-xs enabled:hover:bg-accent-strong",
        secondary: "border-edge/60 bg-surface text-ink shadow-xs hover:bg-hover",
        ghost: "border-transparent bg-transparent text-quiet hover:bg-hover hover:text-ink",
        danger: "border-transparent bg-problem-strong text-on-accent shadow-xs enabled:hover:opacity-90",
        link: "h-auto border-transparent px-0 text-accent-ink underline-offset-4 hover:underline",
      },
      size: { md: "px-4", sm: "h-8 px-3 text-xs coarse:h-10", icon: "w-control px-0" },
      isWide: { true: "w-full", false: "" },
    },
    compoundVariants: [{ variant: "link", class: "h-auto px-0" }],
    defaultVariants: { variant: "secondary", size: "md", isWide: false },
  },
);

export type ButtonProps = ComponentProps<"button"> &
  VariantProps<typeof buttonLook> & {
    /** Shows that the press is being carried out, and takes no second one. */
    isPending?: boolean;
    /** Puts the look on its one child, such as a link. */
    asChild?: boolean;
  };

/** A verb to press. One `primary` in a view: the next thing to do. */
export function Button({ variant, size, isWide, isPending, asChild = false, className, ...props }: ButtonProps) {
  const look = cn(buttonLook({ variant, size, isWide }), className);
  if (asChild) return <Slot.Root className={look} {...props} />;
  const { children, disabled, type = "button", onClick, ...rest } = props;
  // The second press of a double click comes before the page has drawn that the first is under way.
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (isPending !== undefined && event.detail > 1) event.preventDefault();
    else onClick?.(event);
  };
  // The focus stays in the field: what its leaving says of it would move the button from under the press, which then is none.
  const hold = type === "submit" ? (event: MouseEvent) => event.preventDefault() : undefined;
  return (
    <button
      className={look}
      type={type}
      disabled={disabled || isPending}
      aria-busy={isPending || undefined}
      onClick={press}
      onMouseDown={hold}
      {...rest}
    >
      {isPending ? <LoaderCircle aria-hidden className="animate-spin" /> : null}
      {children}
    </button>
  );
}
