import { cn } from "./cn.ts";

/** A grey shape of what is coming. Give it the size of the thing it stands for. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={cn("animate-wait block h-4 rounded-sm bg-line", className)} />;
}
