"use client";
import { toast } from "@storehouse/ui";
import { useState } from "react";
import { v7 as newId } from "uuid";
import { t } from "../../language/t.ts";
import { trpc } from "../../trpc/client.tsx";
import { errorMessage } from "../session/index.ts";

/** Loads a sample factory. Pressed twice, it is there once; after it was removed, another may come. */
export function useLoadSample() {
  const utils = trpc.useUtils();
  const [id, setId] = useState(() => newId());
  const mutation = trpc.sample.load.useMutation();
  const load = async () => {
    try {
      const { products, entries } = await mutation.mutateAsync({ id });
      toast(t("sample.isHere", { products: String(products), entries: String(entries) }));
      setId(newId());
    } catch (error) {
      toast(errorMessage(error), { meaning: "problem" });
    }
    await utils.invalidate();
  };
  return { load: () => void load(), isPending: mutation.isPending };
}
