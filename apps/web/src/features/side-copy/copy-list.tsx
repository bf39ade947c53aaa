"use client";
import type { SideCopyRow } from "@storehouse/domain";
import { Button, Card, momentText, useFormats } from "@storehouse/ui";
import { Layers2 } from "lucide-react";
import { PageLink } from "../../components/page-link.tsx";
import { t } from "../../language/t.ts";
import { CopyProgress } from "./copy-progress.tsx";
import { isUnderWay, useCopies } from "./use-copy.ts";

/** The side copies that can be looked at, and those on their way; nothing where there are none. */
export function CopyList() {
  const copies = useCopies();
  const rows = (copies.data?.rows ?? []).filter((copy) => copy.state === "READY" || isUnderWay(copy));
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="side-copies" className="space-y-3">
      <h2 id="side-copies" className="font-semibold">
        {t("sideCopy.copies")}
      </h2>
      <div className="grid gap-3 sm:grid-cols-2">
        {rows.map((copy) => (
          <CopyCard key={copy.id} copy={copy} />
        ))}
      </div>
    </section>
  );
}

function CopyCard({ copy }: { copy: SideCopyRow }) {
  const formats = useFormats();
  const at = copy.savedAt === null ? null : momentText(new Date(copy.savedAt), formats);
  const title = at === null ? t("sideCopy.opening") : t("sideCopy.title", { at });
  return (
    <Card>
      <div className="space-y-3">
        <div className="flex items-start justify-between gap-3">
          <div className="min-w-0 space-y-0.5">
            <p className="flex items-center gap-2 font-semibold">
              <Layers2 aria-hidden className="size-4 shrink-0 text-faint" />
              {title}
            </p>
            <p className="text-quiet">
              {copy.kind === "BEFORE"
                ? t("sideCopy.before")
                : copy.expiresAt === null
                  ? null
                  : t("sideCopy.expires", { at: momentText(new Date(copy.expiresAt), formats) })}
            </p>
          </div>
          <Button asChild size="sm">
            <PageLink href={`/backups/copies/${copy.id}`} aria-label={t("sideCopy.openCopyOf", { at: at ?? "…" })}>
              {t("sideCopy.opens")}
            </PageLink>
          </Button>
        </div>
        {isUnderWay(copy) ? <CopyProgress copy={copy} /> : null}
      </div>
    </Card>
  );
}
