import { KEY_SCOPES, type Permission } from "@storehouse/domain";
import { PERMISSION_WORDS } from "../../components/permission-words.ts";
import { t, wordsOf } from "../../language/t.ts";

/** What a key is most often made for. */
export const PRESETS = ["read", "book", "all", "own"] as const;
export type PresetId = (typeof PRESETS)[number];

export const PRESET_WORDS: Readonly<Record<PresetId, string>> = wordsOf({
  read: "program.lookOnly",
  book: "program.lookAndBook",
  all: "program.allThatIMay",
  own: "program.letMeChoose",
});
export const PRESET_HINTS: Readonly<Record<PresetId, string>> = wordsOf({
  read: "program.lookOnlyHint",
  book: "program.lookAndBookHint",
  all: "program.allThatIMayHint",
  own: "program.letMeChooseHint",
});

const READ = /\.(read|export)$/;
const BOOK = /^inventory\.(post|transfer|reverseOwn)$/;

/** The scopes of a preset, of those that the person holds. */
export function scopesOf(preset: Exclude<PresetId, "own">, mine: (permission: Permission) => boolean): Permission[] {
  return KEY_SCOPES.filter(mine).filter(
    (permission) => preset === "all" || READ.test(permission) || (preset === "book" && BOOK.test(permission)),
  );
}

/** Scopes in few words: those that change something are named, those that only look are not told one by one. */
export function scopesText(scopes: readonly Permission[]): string {
  const changing = scopes.filter((permission) => !READ.test(permission));
  return [t("program.look"), ...changing.map((permission) => PERMISSION_WORDS[permission])].join(", ");
}
