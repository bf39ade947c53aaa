"use client";
import type { ViewRow } from "@storehouse/domain";
import { Button, Menu, MenuItem, MenuLine, toast } from "@storehouse/ui";
import { BookmarkPlus, ChevronDown, House, Link2, PencilLine, Trash2, UserRound, Users } from "lucide-react";
import { useCan } from "../session/index.ts";
import { t } from "../../language/t.ts";
import type { useViewWrites } from "./use-view-writes.ts";

type ViewMenuProps = {
  view: ViewRow;
  href: string;
  writes: ReturnType<typeof useViewWrites>;
  onRename: () => void;
  onSaveAs: () => void;
  onRemoved: () => void;
};

/** The verbs of the view that is open. */
export function ViewMenu({ view, href, writes, onRename, onSaveAs, onRemoved }: ViewMenuProps) {
  const can = useCan();
  const mayShare = can("views.share");
  const mayChange = view.isOwn || mayShare;
  const copy = async () => {
    await navigator.clipboard.writeText(new URL(href, window.location.href).href);
    toast(view.isShared ? t("view.linkCopied") : t("view.linkCopiedShareTheView"));
  };
  const remove = async () => {
    if (await writes.remove(view)) onRemoved();
  };
  return (
    <Menu
      align="start"
      trigger={
        <Button
          variant="ghost"
          size="icon"
          aria-label={t("view.whatToDoWith", { name: view.name })}
          className="size-8 coarse:size-11"
        >
          <ChevronDown aria-hidden />
        </Button>
      }
    >
      <MenuItem icon={Link2} onSelect={() => void copy()}>
        {t("view.copyLink")}
      </MenuItem>
      <MenuItem icon={House} onSelect={() => void writes.openWith(view, !view.isDefault)}>
        {view.isDefault ? t("view.doNotOpenFirstAny") : t("view.openFirstForMe")}
      </MenuItem>
      <MenuItem icon={BookmarkPlus} onSelect={onSaveAs}>
        {t("view.saveAsANewView")}
      </MenuItem>
      {mayChange ? (
        <>
          <MenuLine />
          <MenuItem icon={PencilLine} onSelect={onRename}>
            {t("view.rename")}
          </MenuItem>
          {mayShare ? (
            <MenuItem
              icon={view.isShared ? UserRound : Users}
              onSelect={() => void writes.save(view, { isShared: !view.isShared }, sharingText(view))}
            >
              {sharingLabel(view)}
            </MenuItem>
          ) : null}
          <MenuItem icon={Trash2} isDanger onSelect={() => void remove()}>
            {t("view.remove")}
          </MenuItem>
        </>
      ) : null}
    </Menu>
  );
}

function sharingLabel({ isShared, isOwn, ownerName }: ViewRow): string {
  if (!isShared) return t("view.shareWithEverybody");
  return isOwn ? t("view.onlyForMe") : t("view.onlyFor", { owner: ownerName });
}

function sharingText({ name, isShared, isOwn, ownerName }: ViewRow): string {
  if (!isShared) return t("view.everybodySees", { name });
  return isOwn ? t("view.onlyForYouNow", { name }) : t("view.onlyForNow", { name, owner: ownerName });
}
