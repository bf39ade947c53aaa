"use client";
import { Button, Menu, MenuItem, MenuLine, toast } from "@storehouse/ui";
import { Download, Ellipsis, FileUp } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { saveFile } from "../../components/save-file.ts";
import { trpc } from "../../trpc/client.tsx";
import { errorMessage, useCan } from "../session/index.ts";

const FORMATS = [
  { format: "xlsx", name: "Excel (.xlsx)" },
  { format: "csv", name: "Text (.csv)" },
] as const;

/** The product list as a file and from one: two buttons on a desk, one menu on a phone. */
export function ListMenu() {
  const can = useCan();
  const { download, isPending } = useExport();
  const mayExport = can("products.export");
  const mayImport = can("products.import");
  if (!mayExport && !mayImport) return null;
  return (
    <>
      <div className="flex items-center gap-2 max-sm:hidden">
        {mayExport ? (
          <Menu
            trigger={
              <Button variant="ghost" isPending={isPending}>
                <Download aria-hidden />
                Export
              </Button>
            }
          >
            {FORMATS.map(({ format, name }) => (
              <MenuItem key={format} onSelect={() => void download(format)}>
                {name}
              </MenuItem>
            ))}
          </Menu>
        ) : null}
        <ImportLink />
      </div>
      <div className="sm:hidden">
        <Menu
          trigger={
            <Button size="icon" aria-label="Import and export" isPending={isPending}>
              {isPending ? null : <Ellipsis aria-hidden />}
            </Button>
          }
        >
          {mayImport ? (
            <MenuItem asChild>
              <Link href="/products/import">
                <FileUp aria-hidden className="text-faint" />
                Import
              </Link>
            </MenuItem>
          ) : null}
          {mayImport && mayExport ? <MenuLine /> : null}
          {mayExport
            ? FORMATS.map(({ format, name }) => (
                <MenuItem key={format} icon={Download} onSelect={() => void download(format)}>
                  Export as {name}
                </MenuItem>
              ))
            : null}
        </Menu>
      </div>
    </>
  );
}

/** The way to bring a sheet in; nothing where the role may not. */
export function ImportLink() {
  const can = useCan();
  if (!can("products.import")) return null;
  return (
    <Button asChild>
      <Link href="/products/import">
        <FileUp aria-hidden />
        Import
      </Link>
    </Button>
  );
}

// The whole list, in the form that can be brought in again.
function useExport() {
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
  return { download, isPending };
}
