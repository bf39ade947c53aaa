export { ENTRY_TYPE_WORDS } from "../../components/entry-type-words.ts";
