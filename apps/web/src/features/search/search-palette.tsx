"use client";
import { type Ranked, scoreName, SEARCH_KINDS, type SearchRecord } from "@storehouse/domain";
import { CommandPalette, type PaletteGroup, type PaletteItem } from "@storehouse/ui";
import { useState } from "react";
import { useShell } from "../../components/shell/index.ts";
import { t } from "../../language/t.ts";
import { useCommands } from "./use-commands.ts";
import { usePagesAndVerbs } from "./use-pages-and-verbs.ts";
import { useRecent } from "./use-recent.ts";
import { type RecordAction, useRecordActions } from "./use-record-actions.ts";
import { keyOf, useRecords } from "./use-records.ts";
import { hintOf, KIND_WORDS, labelOf } from "./words.ts";

/** Finds anything by name, code or reference, and does something with it: a record that is chosen shows what can be done. */
export function SearchPalette() {
  const { isSearchOpen, showSearch } = useShell();
  const [text, setText] = useState("");
  const [about, setAbout] = useState<SearchRecord | null>(null);
  const turnTo = (record: SearchRecord | null, kept = "") => {
    setAbout(record);
    setText(kept);
  };
  const { findables, found, isLoading } = useRecords(about ? "" : text, isSearchOpen);
  const { recent, remember } = useRecent(findables);
  const { verbs, pages } = usePagesAndVerbs(text);
  const commandsFor = useCommands();
  const actionsOf = useRecordActions();
  const [before, setBefore] = useState("");

  const toItem = (record: SearchRecord): PaletteItem => ({
    id: keyOf(record),
    label: labelOf(record),
    hint: hintOf(record),
    icon: KIND_WORDS[record.kind].icon,
    hasMore: true,
    onSelect: () => {
      setBefore(text);
      turnTo(record);
    },
  });
  const toActionItem = (record: SearchRecord, { run, ...action }: RecordAction): PaletteItem => ({
    ...action,
    onSelect: () => {
      remember(record);
      run();
    },
  });

  const groupsFor = (record: SearchRecord): readonly PaletteGroup[] => {
    const named = actionsOf(record).filter(({ label }) => text.trim() === "" || scoreName(label, text) !== undefined);
    return [{ label: t("search.whatToDo"), items: named.map((action) => toActionItem(record, action)) }];
  };
  const groupsFound = (): readonly PaletteGroup[] => {
    if (text.trim() === "") {
      return [
        { label: t("search.recent"), items: recent.map(toItem) },
        { label: t("search.do"), items: verbs.items },
        { label: t("search.goTo"), items: pages.items },
      ];
    }
    const kinds = SEARCH_KINDS.map((kind) => kindGroup(found, kind, toItem));
    const named = [
      { label: t("search.do"), ...verbs },
      { label: t("search.goTo"), ...pages },
    ];
    const best = [...kinds, ...named].sort((a, b) => a.score - b.score);
    return [{ label: t("search.doThis"), items: commandsFor(text, findables) }, ...best];
  };

  return (
    <CommandPalette
      isOpen={isSearchOpen}
      onOpenChange={(isOpen) => {
        showSearch(isOpen);
        if (!isOpen) turnTo(null);
      }}
      text={text}
      onText={setText}
      placeholder={about ? t("search.whatToDo") : t("search.searchByNameCodeOr")}
      groups={about ? groupsFor(about) : groupsFound()}
      isLoading={about === null && isLoading}
      scope={about ? { label: labelOf(about), onLeave: () => turnTo(null, before) } : undefined}
    />
  );
}

function kindGroup(
  found: readonly Ranked[],
  kind: SearchRecord["kind"],
  toItem: (record: SearchRecord) => PaletteItem,
): PaletteGroup & Readonly<{ score: number }> {
  const own = found.filter(({ record }) => record.kind === kind);
  const score = own[0]?.score ?? Number.POSITIVE_INFINITY;
  return { label: KIND_WORDS[kind].label, items: own.map(({ record }) => toItem(record)), score };
}
