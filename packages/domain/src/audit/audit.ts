import { z } from "zod";
import { Id, Moment, note, optionalLine, Search, Version } from "../fields.ts";
import type { EntryType } from "../inventory/entry.ts";
import { PageInput } from "../page.ts";
import { CATEGORIES } from "../subcategory/subcategory.ts";
import type { FlagState, NoteKind } from "./flag.ts";

/** What an audit line calls the change it tells of: the name of the procedure. */
const Action = z
  .string({ error: "TEXT_EXPECTED" })
  .max(64, "TOO_LONG")
  .regex(/^[A-Za-z]+\.[A-Za-z]+$/, "NOT_AN_OPTION");
/** The kind of record a line speaks of. */
const Kind = z
  .string({ error: "TEXT_EXPECTED" })
  .max(40, "TOO_LONG")
  .regex(/^[A-Za-z]+$/, "NOT_AN_OPTION");

/** Which lines: every question there was about one, those that are open, those that were answered. */
export const FLAG_FILTERS = ["any", "open", "resolved"] as const;

/** The audit log's filters (product.md, The API). `days` is the last N days, instead of a range. */
const filters = {
  search: Search.optional(),
  actions: z.array(Action).max(50, "TOO_MANY").optional(),
  entity: Kind.optional(),
  entityId: Id.optional(),
  userId: Id.optional(),
  locationId: Id.optional(),
  productId: Id.optional(),
  category: z.enum(CATEGORIES).optional(),
  subcategoryId: Id.optional(),
  reference: optionalLine(100),
  flag: z.enum(FLAG_FILTERS).optional(),
  from: Moment.optional(),
  to: Moment.optional(),
  days: z.number().int().min(1).max(3660).optional(),
};

/** What the log may be sorted by before the time: each of its values is a range of an index in the order of time. */
export const AUDIT_LEADS = ["actor", "action"] as const;

export const ListAuditInput = PageInput.extend({
  ...filters,
  direction: z.enum(["asc", "desc"]).optional(),
  lead: z.enum(AUDIT_LEADS).optional(),
  leadDirection: z.enum(["asc", "desc"]).optional(),
}).strict();
export type ListAuditInput = z.infer<typeof ListAuditInput>;

/** The same filters without paging: the file holds all that they name. */
export const ExportAuditInput = z.strictObject(filters);
export type ExportAuditInput = z.infer<typeof ExportAuditInput>;

/** How many lines a file holds at the most. */
export const AUDIT_EXPORT_MAX = 20_000;

/** What is said about a line. The client makes the id, so that sending it twice says it once. */
const noteFields = { id: Id, lineId: Id };
const needed = note(1000).pipe(z.string({ error: "REQUIRED" }));

export const FlagAuditInput = z.strictObject({ ...noteFields, text: needed });
export type FlagAuditInput = z.infer<typeof FlagAuditInput>;
export const CommentAuditInput = z.strictObject({ ...noteFields, text: needed });
export type CommentAuditInput = z.infer<typeof CommentAuditInput>;
export const SettleAuditInput = z.strictObject({ ...noteFields, text: note(1000) });
export type SettleAuditInput = z.infer<typeof SettleAuditInput>;

/** One thing said about a line: a question, an answer, the end of it. */
export type AuditNote = Readonly<{
  id: string;
  kind: NoteKind;
  text: string | null;
  at: string;
  userId: string;
  userName: string;
  device: string | null;
}>;

/** One of the entries a posting wrote, as its line tells of it. */
export type AuditMove = Readonly<{
  entryId: string;
  type: EntryType;
  productName: string;
  variantName: string | null;
  quantity: string;
  unit: string;
  locationName: string;
}>;

/** Values as a line keeps them, by field. */
export type AuditValues = Readonly<Record<string, unknown>>;

/** One line of the audit log. `names` gives the names of what its values point at by id. */
export type AuditRow = Readonly<{
  id: string;
  at: string;
  actorKind: string;
  actorId: string | null;
  actorName: string;
  action: string;
  entity: string;
  entityId: string;
  /** What the record is called now; null where it has no name. */
  subject: string | null;
  /** Where the record's own page is found: of a variant, its product. */
  productId: string | null;
  before: AuditValues | null;
  after: AuditValues | null;
  reason: string | null;
  address: string | null;
  device: string | null;
  /** The first entries of a posting. */
  moves: readonly AuditMove[];
  /** How many entries a posting wrote. */
  moveCount: number;
  reference: string | null;
  flag: FlagState;
  noteCount: number;
  names: Readonly<Record<string, string>>;
}>;

export type AuditDetail = AuditRow & Readonly<{ notes: readonly AuditNote[] }>;

/** The kinds of record whose earlier states can be put back. */
export const RESTORABLE = ["product", "variant", "location", "subcategory", "supplier", "user", "role"] as const;
export type Restorable = (typeof RESTORABLE)[number];

export const HistoryInput = PageInput.extend({ entity: z.enum(RESTORABLE), entityId: Id }).strict();
export type HistoryInput = z.infer<typeof HistoryInput>;

/** A version of a record: the line that made it, and what the record held right after. */
export type HistoryRow = AuditRow & Readonly<{ content: AuditValues; isCurrent: boolean }>;
/** The record's versions, newest first, and the version to restore from. */
export type History = Readonly<{ rows: readonly HistoryRow[]; next?: string; version: number }>;

export const RestoreInput = z.strictObject({ entity: z.enum(RESTORABLE), id: Id, version: Version, lineId: Id });
export type RestoreInput = z.infer<typeof RestoreInput>;
