"use client";
import type { ViewColumns, ViewList, ViewRow } from "@storehouse/domain";
import { Banner, Button, toast } from "@storehouse/ui";
import { BookmarkPlus } from "lucide-react";
import { useState } from "react";
import { v7 as newId } from "uuid";
import { trpc } from "../../trpc/client.tsx";
import { useCan } from "../session/index.ts";
import { t } from "../../language/t.ts";
import type { OpenView } from "./use-open-view.ts";
import { useViewWrites } from "./use-view-writes.ts";
import { ViewDialog } from "./view-dialog.tsx";
import { ViewMenu } from "./view-menu.tsx";
import { ViewTab } from "./view-tab.tsx";

type ViewTabsProps = {
  list: ViewList;
  views: OpenView;
  /** The columns as they stand now, and whether the reader changed them. */
  columns: ViewColumns;
  areColumnsChanged: boolean;
  onResetColumns: () => void;
};

/** The views of a list as tabs over it: everything first, then one's own and those that are shared. */
export function ViewTabs({ list, views, columns, areColumnsChanged, onResetColumns }: ViewTabsProps) {
  const can = useCan();
  const writes = useViewWrites(list);
  const [asking, setAsking] = useState<"new" | "rename" | null>(null);
  const { open, asked } = views;
  const isChanged = open !== undefined && (views.isChanged || areColumnsChanged);
  const mayChange = open !== undefined && (open.isOwn || can("views.share"));
  const saveChanges = async (view: ViewRow) => {
    if (await writes.save(view, { query: asked, columns }, t("view.saved", { name: view.name }))) onResetColumns();
  };
  const takeBack = (view: ViewRow) => {
    onResetColumns();
    views.go(view);
  };
  return (
    <div className="space-y-3">
      <div className="flex items-end gap-2 border-b">
        <nav aria-label={t("view.views")} className="flex min-w-0 items-end gap-5 overflow-x-auto">
          <ViewTab href={views.hrefOf(null)} isOpen={open === undefined} onOpen={() => views.go(null)}>
            {t("common.all")}
          </ViewTab>
          {views.rows.map((view) => (
            <ViewTab
              key={view.id}
              view={view}
              href={views.hrefOf(view)}
              isOpen={view.id === open?.id}
              onOpen={() => views.go(view)}
            >
              {view.name}
            </ViewTab>
          ))}
        </nav>
        {open ? (
          <ViewMenu
            view={open}
            href={views.hrefOf(open)}
            writes={writes}
            onRename={() => setAsking("rename")}
            onSaveAs={() => setAsking("new")}
            onRemoved={() => views.go(null)}
          />
        ) : null}
        <div className="ml-auto flex shrink-0 items-center gap-1 pb-0.5">
          {isChanged ? (
            <Button size="sm" variant="ghost" onClick={() => takeBack(open)} className="max-sm:hidden">
              {t("view.undoChanges")}
            </Button>
          ) : null}
          {isChanged && mayChange ? (
            <Button size="sm" onClick={() => void saveChanges(open)}>
              {t("view.saveChanges")}
            </Button>
          ) : (
            <Button size="sm" variant="ghost" onClick={() => setAsking("new")} aria-label={t("view.saveAsAView")}>
              <BookmarkPlus aria-hidden />
              <span className="max-sm:hidden">{t("view.saveView")}</span>
            </Button>
          )}
        </div>
      </div>
      {views.isMissing ? (
        <Banner
          meaning="attention"
          action={
            <Button size="sm" onClick={() => views.go(null)}>
              {t("view.showEverything")}
            </Button>
          }
        >
          {t("view.theViewOfThisLink")}
        </Banner>
      ) : null}
      {asking === "new" ? (
        <NewView list={list} views={views} columns={columns} onClose={() => setAsking(null)} onSaved={onResetColumns} />
      ) : null}
      {asking === "rename" && open ? <RenameView view={open} onClose={() => setAsking(null)} /> : null}
    </div>
  );
}

function NewView({
  list,
  views,
  columns,
  onClose,
  onSaved,
}: Pick<ViewTabsProps, "list" | "views" | "columns"> & { onClose: () => void; onSaved: () => void }) {
  const utils = trpc.useUtils();
  const create = trpc.views.create.useMutation();
  const [id] = useState(() => newId());
  return (
    <ViewDialog
      title={t("view.saveAsAView")}
      description={t("view.searchFiltersSortAndColumns")}
      saveText={t("view.saveView")}
      atFirst={{ name: "", isShared: false }}
      onClose={onClose}
      save={async (values) => {
        await create.mutateAsync({ id, list, ...values, query: views.asked, columns });
        await utils.views.list.invalidate({ list });
        onSaved();
        views.go({ id, query: views.asked });
        toast(t("view.saved", { name: values.name }));
      }}
    />
  );
}

function RenameView({ view, onClose }: { view: ViewRow; onClose: () => void }) {
  const utils = trpc.useUtils();
  const update = trpc.views.update.useMutation();
  const { id, version, query, columns, name, isShared } = view;
  return (
    <ViewDialog
      title={t("view.renameTheView")}
      saveText={t("common.save")}
      atFirst={{ name, isShared }}
      onClose={onClose}
      save={async (values) => {
        await update.mutateAsync({ id, version, query, columns, ...values });
        await utils.views.list.invalidate({ list: view.list });
        toast(t("view.saved", { name: values.name }));
      }}
    />
  );
}
