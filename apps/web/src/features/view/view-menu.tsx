"use client";
import type { ViewRow } from "@storehouse/domain";
import { Button, Menu, MenuItem, MenuLine, toast } from "@storehouse/ui";
import { BookmarkPlus, ChevronDown, House, Link2, PencilLine, Trash2, UserRound, Users } from "lucide-react";
import { useCan } from "../session/index.ts";
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
    toast(view.isShared ? "Link copied" : "Link copied. Share the view first, so that others can open it.");
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
          aria-label={`What to do with “${view.name}”`}
          className="size-8 coarse:size-11"
        >
          <ChevronDown aria-hidden />
        </Button>
      }
    >
      <MenuItem icon={Link2} onSelect={() => void copy()}>
        Copy link
      </MenuItem>
      <MenuItem icon={House} onSelect={() => void writes.openWith(view, !view.isDefault)}>
        {view.isDefault ? "Do not open first any more" : "Open first for me"}
      </MenuItem>
      <MenuItem icon={BookmarkPlus} onSelect={onSaveAs}>
        Save as a new view
      </MenuItem>
      {mayChange ? (
        <>
          <MenuLine />
          <MenuItem icon={PencilLine} onSelect={onRename}>
            Rename
          </MenuItem>
          {mayShare ? (
            <MenuItem
              icon={view.isShared ? UserRound : Users}
              onSelect={() => void writes.save(view, { isShared: !view.isShared }, sharingText(view))}
            >
              {view.isShared ? `Only for ${view.isOwn ? "me" : view.ownerName}` : "Share with everybody"}
            </MenuItem>
          ) : null}
          <MenuItem icon={Trash2} isDanger onSelect={() => void remove()}>
            Remove
          </MenuItem>
        </>
      ) : null}
    </Menu>
  );
}

const sharingText = ({ name, isShared, isOwn, ownerName }: ViewRow): string =>
  isShared ? `“${name}” is only for ${isOwn ? "you" : ownerName} now` : `Everybody sees “${name}” now`;
