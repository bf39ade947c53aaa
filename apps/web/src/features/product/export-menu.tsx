"use client";
import { Button, Menu, MenuItem, toast } from "@storehouse/ui";
import { Download } from "lucide-react";
import { useState } from "react";
import { saveFile } from "../../components/save-file.ts";
import { trpc } from "../../trpc/client.tsx";
import { errorMessage } from "../session/index.ts";

/** The whole product list as a file, in the form that can be brought in again. */
export function ExportMenu() {
  const utils = trpc.useUtils();
  const [isPending, setPending] = useState(false);
  const download = async (format: "csv" | "xlsx") => {
    setPending(true);
    try {
      saveFile(await utils.client.products.export.query({ format }));
    } catch (error) {
      toast(errorMessage(error), { meaning: "problem" });
    } finally {
      setPending(false);
    }
  };
  return (
    <Menu
      trigger={
        <Button variant="ghost" isPending={isPending} className="max-sm:hidden">
          <Download aria-hidden />
          Export
        </Button>
      }
    >
      <MenuItem onSelect={() => void download("xlsx")}>Excel (.xlsx)</MenuItem>
      <MenuItem onSelect={() => void download("csv")}>Text (.csv)</MenuItem>
    </Menu>
  );
}
