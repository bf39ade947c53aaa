import type { ReadDb } from "@storehouse/db";
import type { AuditValues } from "@storehouse/domain";

/** What a record holds: its fields as people know them, and the stamps that guard it. */
export type State = Readonly<{ version: number; isArchived: boolean; content: AuditValues }>;

export type FindState = (db: ReadDb, id: string) => Promise<State | undefined>;

/** A state as it is shown and compared: being archived is a field like any other. */
export const valuesOf = ({ content, isArchived }: State): AuditValues => ({ ...content, isArchived });
