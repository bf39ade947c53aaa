import { BULK_TRIED_MAX, DomainError, type Failure, fail, type Page, type PreviewBulkInput } from "@storehouse/domain";
import { atomically, type TenantContext } from "../context.ts";
import { listFormulas } from "../formula/list-formulas.ts";
import { listLocations } from "../location/list-locations.ts";
import { listSubcategories } from "../subcategory/list-subcategories.ts";
import { listSuppliers } from "../supplier/list-suppliers.ts";
import { listUsers } from "../user/list-users.ts";
import type { Candidate } from "./candidate.ts";
import { type Turn, turnRecord } from "./turn-record.ts";

type Wanted = Exclude<PreviewBulkInput, { list: "products" }>;
type Listed = Readonly<{ id: string; version: number; label: string; isOn: boolean }>;

const PAGE = 500;

/** The records of a change that puts out of use or back in use. What stands in the way of each is found by trying it, and undoing that. */
export async function findRecordCandidates(ctx: TenantContext, input: Wanted): Promise<Candidate[]> {
  const { chosen, change, list } = input;
  const ids = new Set(chosen.ids);
  const listed = (await readAll(ctx, input)).filter(({ id }) => ids.has(id) !== chosen.isAll);
  if (listed.length > BULK_TRIED_MAX) fail({ code: "TOO_LARGE", what: "records in one change", limit: BULK_TRIED_MAX });
  const isOn = change.field === "isActive" ? change.value : !change.value;
  const candidates: Candidate[] = [];
  for (const { id, label, version, isOn: was } of listed) {
    const turn = { recordId: id, version, isOn };
    const reason = was === isOn ? null : await whyNot(ctx, list, turn);
    candidates.push({ ...turn, label, from: valuesOf(input, was), to: valuesOf(input, isOn), reason });
  }
  return candidates;
}

const valuesOf = ({ change: { field } }: Wanted, isOn: boolean) => ({ [field]: field === "isActive" ? isOn : !isOn });

/** Thrown to undo what was only tried. */
class Tried extends Error {}

const NOBODY_HEARS = { forgetPerson: () => undefined, peopleChanged: () => Promise.resolve() };

async function whyNot(ctx: TenantContext, list: Wanted["list"], turn: Turn): Promise<Failure | null> {
  try {
    await atomically(ctx, async (tx) => {
      await turnRecord(tx, NOBODY_HEARS, list, turn);
      throw new Tried();
    });
  } catch (error) {
    if (error instanceof DomainError) return error.failure;
    if (!(error instanceof Tried)) throw error;
  }
  return null;
}

/** The records a list's filters leave, by the list's own verb. */
export function readAll(ctx: TenantContext, input: Pick<Wanted, "list" | "filters">): Promise<Listed[]> {
  const { list, filters } = input as Wanted;
  const paged = <Input extends object, Row>(
    read: (ctx: TenantContext, input: Input & { limit: number; after: string | undefined }) => Promise<Page<Row>>,
    toListed: (row: Row) => Listed,
  ) => collect((after) => read(ctx, { ...(filters as Input), limit: PAGE, after }), toListed);
  const named = ({ id, version, name, isArchived }: Named): Listed => ({ id, version, label: name, isOn: !isArchived });
  switch (list) {
    case "suppliers":
      return paged(listSuppliers, named);
    case "locations":
      return paged(listLocations, named);
    case "subcategories":
      return paged(listSubcategories, named);
    case "formulas":
      return paged(listFormulas, (row) => named({ ...row, name: `${row.sku} ${row.productName}` }));
    case "users":
      return paged(listUsers, ({ id, version, name, isActive }) => ({ id, version, label: name, isOn: isActive }));
  }
}

type Named = Readonly<{ id: string; version: number; name: string; isArchived: boolean }>;

async function collect<Row>(
  read: (after: string | undefined) => Promise<Page<Row>>,
  toListed: (row: Row) => Listed,
): Promise<Listed[]> {
  const all: Listed[] = [];
  let after: string | undefined;
  do {
    const page = await read(after);
    all.push(...page.rows.map(toListed));
    after = page.next;
  } while (after !== undefined);
  return all;
}
