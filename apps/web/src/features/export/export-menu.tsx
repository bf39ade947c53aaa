"use client";
import type { ExportListWish } from "@storehouse/domain";
import { Button, type Column, Menu, MenuItem, MenuLabel, toast } from "@storehouse/ui";
import { Download } from "lucide-react";
import { type ReactNode, useState } from "react";
import { saveFile } from "../../components/save-file.ts";
import { trpc } from "../../trpc/client.tsx";
import { errorMessage, useCan } from "../session/index.ts";
import { t, translation } from "../../language/t.ts";

const FORMATS = [
  { format: "xlsx", name: "Excel (.xlsx)" },
  { format: "csv", name: "Text (.csv)" },
] as const;

type Seen<Wish> = Wish extends Readonly<{ list: unknown; filters: unknown }> ? Pick<Wish, "list" | "filters"> : never;

type ExportMenuProps<Row> = {
  /** Which list, and what it was asked for with. */
  seen: Seen<ExportListWish>;
  columns: readonly Column<Row>[];
  /** Other files that can be had of the same records. */
  children?: ReactNode;
};

/** The list as it stands on the screen, as a file: the same rows in the same order, in the columns that show. */
export function ExportMenu<Row>({ seen, children, ...props }: ExportMenuProps<Row>) {
  const can = useCan();
  const utils = trpc.useUtils();
  const [isPending, setPending] = useState(false);
  if (!can("lists.export")) return null;
  const download = async (format: "csv" | "xlsx") => {
    setPending(true);
    try {
      const columns = props.columns
        .filter((column) => !column.isNoData)
        .map(({ id, header }) => ({ id, title: header }));
      saveFile(await utils.client.lists.export.query({ ...seen, format, columns, language: translation().language }));
    } catch (error) {
      toast(errorMessage(error), { meaning: "problem" });
    } finally {
      setPending(false);
    }
  };
  return (
    <Menu
      trigger={
        <Button
          variant="ghost"
          className="max-sm:w-control max-sm:px-0"
          aria-label={t("exporting.export")}
          isPending={isPending}
        >
          <Download aria-hidden />
          <span className="max-sm:hidden">{t("exporting.export")}</span>
        </Button>
      }
    >
      <MenuLabel>{t("exporting.whatIsShownHere")}</MenuLabel>
      {FORMATS.map(({ format, name }) => (
        <MenuItem key={format} onSelect={() => void download(format)}>
          {name}
        </MenuItem>
      ))}
      {children}
    </Menu>
  );
}
