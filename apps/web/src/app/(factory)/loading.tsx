import { Skeleton } from "@storehouse/ui";
import { t } from "../../language/t.ts";

/** The shape most pages have: a name, a line of tools, a list. */
export default function Loading() {
  return (
    <div aria-busy className="space-y-5">
      <Skeleton className="h-7 w-40" />
      <Skeleton className="h-control w-64" />
      <div className="overflow-hidden rounded-lg border bg-surface">
        {[72, 54, 88, 64, 46, 80].map((width) => (
          <div key={width} className="flex h-row items-center border-b px-3 last:border-0">
            <span className="block" style={{ width: `${width / 2}%` }}>
              <Skeleton className="h-3" />
            </span>
          </div>
        ))}
      </div>
      <p className="sr-only">{t("page.loading")}</p>
    </div>
  );
}
