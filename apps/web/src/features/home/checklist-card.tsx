import { Button, Card, cn } from "@storehouse/ui";
import { Check } from "lucide-react";
import Link from "next/link";
import type { ChecklistItem } from "./checklist.ts";

/** The first days' steps; the next open one carries the main action. */
export function ChecklistCard({ items }: { items: readonly ChecklistItem[] }) {
  const next = items.find((item) => !item.isDone);
  const done = items.filter((item) => item.isDone).length;
  return (
    <Card
      title="First steps"
      action={<span className="tabular text-faint">{`${done} of ${items.length}`}</span>}
      isFlush
    >
      <ol className="border-t">
        {items.map((item) => (
          <li key={item.id} className="flex items-center gap-4 border-b px-5 py-3 last:border-0">
            <span
              className={cn(
                "flex size-6 shrink-0 items-center justify-center rounded-full border",
                item.isDone && "border-transparent bg-fine-soft text-fine",
              )}
            >
              {item.isDone ? <Check aria-hidden className="size-3.5" strokeWidth={2.5} /> : null}
              <span className="sr-only">{item.isDone ? "Done:" : "To do:"}</span>
            </span>
            <div className="min-w-0 flex-1">
              <p className={item.isDone ? "text-quiet" : "font-semibold"}>{item.title}</p>
              {item.isDone ? null : <p className="text-quiet max-sm:hidden">{item.text}</p>}
            </div>
            {item.isDone ? null : (
              <Button asChild variant={item === next ? "primary" : "secondary"}>
                <Link href={item.href}>{item.verb}</Link>
              </Button>
            )}
          </li>
        ))}
      </ol>
    </Card>
  );
}
