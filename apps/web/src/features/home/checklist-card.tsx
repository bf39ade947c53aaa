import { Button, Card, cn } from "@storehouse/ui";
import { Check } from "lucide-react";
import { PageLink } from "../../components/page-link.tsx";
import { LoadSampleButton } from "../sample/index.ts";
import { useCan } from "../session/index.ts";
import { t } from "../../language/t.ts";
import type { ChecklistItem } from "./checklist.ts";

type ChecklistCardProps = { items: readonly ChecklistItem[]; isSampleOffered: boolean };

/** The first days' steps; the next open one carries the main action. */
export function ChecklistCard({ items, isSampleOffered }: ChecklistCardProps) {
  const can = useCan();
  const next = items.find((item) => !item.isDone);
  const done = items.filter((item) => item.isDone).length;
  return (
    <Card
      title={t("home.firstSteps")}
      action={<span className="tabular text-faint">{t("home.doneOf", { done, length: items.length })}</span>}
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
              <span className="sr-only">{item.isDone ? t("home.done") : t("home.toDo")}</span>
            </span>
            <div className="min-w-0 flex-1">
              <p className={item.isDone ? "text-quiet" : "font-semibold"}>{item.title}</p>
              {item.isDone ? null : <p className="text-quiet max-sm:hidden">{item.text}</p>}
            </div>
            {item.isDone ? null : (
              <Button asChild variant={item === next ? "primary" : "secondary"}>
                <PageLink href={item.href}>{item.verb}</PageLink>
              </Button>
            )}
          </li>
        ))}
      </ol>
      {isSampleOffered && can("sample.load") ? (
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3 border-t bg-sunken px-5 py-4">
          <p className="min-w-0 flex-1 basis-64 text-quiet">{t("home.wantToLookAroundFirst")}</p>
          <LoadSampleButton />
        </div>
      ) : null}
    </Card>
  );
}
