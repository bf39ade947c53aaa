import { Button, Card } from "@storehouse/ui";
import { FileArchive } from "lucide-react";
import { t } from "../../language/t.ts";

/** The way to all that the factory owns, as one file. */
export function ExportCard() {
  return (
    <Card>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <p className="max-w-[70ch] text-quiet">{t("sideCopy.exportHint")}</p>
        <Button asChild>
          <a href="/api/backup/export" download>
            <FileArchive aria-hidden />
            {t("sideCopy.exportAll")}
          </a>
        </Button>
      </div>
    </Card>
  );
}
