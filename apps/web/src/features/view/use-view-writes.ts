"use client";
import type { ViewList, ViewRow } from "@storehouse/domain";
import { toast } from "@storehouse/ui";
import { trpc } from "../../trpc/client.tsx";
import { errorMessage } from "../session/index.ts";
import { t } from "../../language/t.ts";

type Content = Pick<ViewRow, "name" | "isShared" | "query" | "columns">;
type Versioned = Content & Pick<ViewRow, "id" | "version">;

/** What can be done with a view that is there: changed, removed, made the first. Each can be undone from its toast. */
export function useViewWrites(list: ViewList) {
  const utils = trpc.useUtils();
  const update = trpc.views.update.useMutation();
  const archive = trpc.views.archive.useMutation();
  const setDefault = trpc.views.setDefault.useMutation();
  const told = async (work: () => Promise<void>): Promise<boolean> => {
    try {
      await work();
      return true;
    } catch (error) {
      toast(errorMessage(error), { meaning: "problem" });
      return false;
    } finally {
      await utils.views.list.invalidate({ list });
    }
  };

  const save = (view: Versioned, next: Partial<Content>, doneText: string): Promise<boolean> =>
    told(async () => {
      const before = contentOf(view);
      const saved = await update.mutateAsync({ id: view.id, version: view.version, ...before, ...next });
      const now = { ...view, ...next, version: saved.version };
      toast(doneText, {
        action: {
          label: t("common.undo"),
          onPress: () => void save(now, before, t("view.isAsItWas", { name: view.name })),
        },
      });
    });
  const remove = (view: ViewRow): Promise<boolean> =>
    told(async () => {
      const { version } = await archive.mutateAsync({ id: view.id, version: view.version, isArchived: true });
      const takeBack = () =>
        void told(async () => {
          await archive.mutateAsync({ id: view.id, version, isArchived: false });
          toast(t("view.isBack", { name: view.name }));
        });
      toast(t("view.removed", { name: view.name }), { action: { label: t("common.undo"), onPress: takeBack } });
    });
  const openWith = (view: ViewRow, isDefault: boolean): Promise<boolean> =>
    told(async () => {
      await setDefault.mutateAsync({ list, viewId: isDefault ? view.id : null });
      toast(isDefault ? t("view.thisPageOpensWithFor", { name: view.name }) : t("view.thisPageOpensWithEverything"));
    });
  return { save, remove, openWith };
}

const contentOf = ({ name, isShared, query, columns }: Content): Content => ({ name, isShared, query, columns });
