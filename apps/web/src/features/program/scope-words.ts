import { KEY_SCOPES, type Permission } from "@storehouse/domain";
import { PERMISSION_WORDS } from "../../components/permission-words.ts";

/** What a key is most often made for. */
export const PRESETS = [
  { id: "read", label: "Look only", hint: "Products, stock, entries and the rest, without changing any" },
  { id: "book", label: "Look and book", hint: "Book in, out and across besides" },
  { id: "all", label: "All that I may", hint: "But for people, roles, settings and keys" },
  { id: "own", label: "Let me choose", hint: "One by one" },
] as const;
export type PresetId = (typeof PRESETS)[number]["id"];

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
  return ["look", ...changing.map((permission) => PERMISSION_WORDS[permission])].join(", ");
}
