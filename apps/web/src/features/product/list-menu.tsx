"use client";
import { Button, MenuItem, MenuLabel, MenuLine, toast } from "@storehouse/ui";
import { FileUp } from "lucide-react";
import { PageLink } from "../../components/page-link.tsx";
import { saveFile } from "../../components/save-file.ts";
import { trpc } from "../../trpc/client.tsx";
import { errorMessage, useCan } from "../session/index.ts";
import { t } from "../../language/t.ts";

const FORMATS = [
  { format: "xlsx", name: "Excel (.xlsx)" },
  { format: "csv", name: "Text (.csv)" },
] as const;

/** In the menu of files: every product with its stock, in the form that can be brought in again. */
export function WholeListItems() {
  const can = useCan();
  const utils = trpc.useUtils();
  if (!can("products.export")) return null;
  const download = async (format: "csv" | "xlsx") => {
    try {
      saveFile(await utils.client.products.export.query({ format }));
    } catch (error) {
      toast(errorMessage(error), { meaning: "problem" });
    }
  };
  return (
    <>
      <MenuLine />
      <MenuLabel>{t("product.allProductsToBringIn")}</MenuLabel>
      {FORMATS.map(({ format, name }) => (
        <MenuItem key={format} onSelect={() => void download(format)}>
          {name}
        </MenuItem>
      ))}
    </>
  );
}

/** The way to bring a sheet in; nothing where the role may not. */
export function ImportLink() {
  const can = useCan();
  if (!can("products.import")) return null;
  return (
    <Button asChild>
      <PageLink href="/products/import">
        <FileUp aria-hidden />
        {t("product.import")}
      </PageLink>
    </Button>
  );
}
