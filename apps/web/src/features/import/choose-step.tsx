"use client";
import type { UploadedSheet } from "@storehouse/domain";
import { Banner, Button, Card, cn, Textarea } from "@storehouse/ui";
import { FileSpreadsheet } from "lucide-react";
import { type DragEvent, useEffect, useEffectEvent, useRef, useState } from "react";
import { v7 as newId } from "uuid";
import { t } from "../../language/t.ts";
import { trpc } from "../../trpc/client.tsx";
import { errorMessage } from "../session/index.ts";
import { readFile } from "./read-file.ts";

/** The first step: a sheet dropped, chosen or pasted. */
export function ChooseStep({ onSheet }: { onSheet: (sheet: UploadedSheet) => void }) {
  const upload = trpc.imports.upload.useMutation();
  const picker = useRef<HTMLInputElement>(null);
  const [text, setText] = useState("");
  const [isOver, setOver] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);

  const send = async (fileName: string, content: Parameters<typeof upload.mutateAsync>[0]["content"]) => {
    setRefusal(null);
    try {
      onSheet(await upload.mutateAsync({ id: newId(), fileName, content }));
    } catch (error) {
      setRefusal(errorMessage(error));
    }
  };
  const take = async (file: File | undefined) => {
    if (file === undefined) return;
    const content = await readFile(file);
    if (content === null) return setRefusal(t("importing.largerThan5Mb"));
    await send(file.name.slice(0, 200) || t("importing.sheetFile"), content);
  };
  const takePicked = () => {
    const file = picker.current?.files?.[0];
    // Emptied, so that the same file can be chosen again once it is put right.
    if (picker.current) picker.current.value = "";
    void take(file);
  };
  // On a slow device a file can be chosen before the page listens: that choice counts too.
  const takeEarly = useEffectEvent(takePicked);
  useEffect(() => takeEarly(), []);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files[0]);
  };

  return (
    <div className="grid gap-5 lg:grid-cols-[3fr_2fr]">
      <div
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className={cn(
          "flex flex-col items-center justify-center gap-3 rounded-xl border-2 border-dashed px-6 py-14 text-center",
          isOver && "border-accent bg-accent-soft",
        )}
      >
        <FileSpreadsheet aria-hidden className="size-8 text-faint" />
        <p className="text-base font-semibold">{t("importing.dropYourSheet")}</p>
        <p className="max-w-[44ch] text-quiet">{t("importing.excelOrText")}</p>
        <Button variant="primary" isPending={upload.isPending} onClick={() => picker.current?.click()}>
          {t("importing.chooseAFile")}
        </Button>
        <input
          ref={picker}
          type="file"
          accept=".csv,.tsv,.txt,.xlsx"
          className="sr-only"
          tabIndex={-1}
          aria-label={t("importing.theSheetsFile")}
          onChange={takePicked}
        />
        <a href="/examples/products.csv" download className="text-accent-ink underline underline-offset-4">
          {t("importing.anExample")}
        </a>
      </div>
      <Card className="[&>div]:flex [&>div]:h-full [&>div]:flex-col [&>div]:gap-3">
        <label htmlFor="pasted" className="font-semibold">
          {t("importing.orPaste")}
        </label>
        <Textarea
          id="pasted"
          rows={8}
          className="flex-1"
          value={text}
          onChange={(event) => setText(event.target.value)}
          placeholder={t("importing.sampleRows")}
        />
        <Button
          isPending={upload.isPending}
          disabled={text.trim() === ""}
          onClick={() => void send(t("importing.pastedRows"), { kind: "text", text })}
        >
          {t("importing.useTheseRows")}
        </Button>
      </Card>
      {refusal ? (
        <Banner meaning="problem" className="lg:col-span-2">
          {refusal}
        </Banner>
      ) : null}
    </div>
  );
}
