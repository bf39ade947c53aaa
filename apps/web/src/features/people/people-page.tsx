"use client";
import { USER_SORTS, type UserRow } from "@storehouse/domain";
import { Button, Chip, DataTable, EmptyState, PageHeader } from "@storehouse/ui";
import { getQueryKey } from "@trpc/react-query";
import { UserPlus, Users } from "lucide-react";
import { parseAsBoolean, parseAsString, useQueryStates } from "nuqs";
import { PageLink } from "../../components/page-link.tsx";
import { SearchField } from "../../components/search-field.tsx";
import { SORT_KEYS, useSortAddress } from "../../components/use-sort-address.ts";
import { trpc } from "../../trpc/client.tsx";
import { usePages } from "../../trpc/use-pages.ts";
import { DEACTIVATE, LET_IN, useBulk } from "../bulk/index.ts";
import { ExportMenu } from "../export/index.ts";
import { useCan } from "../session/index.ts";
import { t } from "../../language/t.ts";
import { useListViews } from "../view/index.ts";
import { PEOPLE_COLUMNS } from "./columns.tsx";
import { PersonSheet } from "./person-sheet.tsx";

const KEYS = ["q", "all", ...SORT_KEYS];
const rowId = (row: UserRow) => row.id;

/** Who works here: name, role, whether they may sign in. Search, filter and the open person stand in the URL. */
export function PeoplePage() {
  const can = useCan();
  const utils = trpc.useUtils();
  const [{ q: search, all, person }, set] = useQueryStates({
    q: parseAsString.withDefault(""),
    all: parseAsBoolean.withDefault(false),
    person: parseAsString,
  });
  const { tabs, columnChoice } = useListViews("users", KEYS, PEOPLE_COLUMNS);
  const { input: order, sorting } = useSortAddress(USER_SORTS);
  const input = { limit: 100, search: search || null, ...(all ? {} : { isActive: true }), ...order };
  const pages = usePages<UserRow>(getQueryKey(trpc.users.list, input, "infinite"), (after, signal) =>
    utils.client.users.list.query({ ...input, ...(after ? { after } : {}) }, { signal }),
  );
  const bulk = useBulk({
    target: { list: "users", filters: input },
    table: pages,
    verbs: all ? [LET_IN, DEACTIVATE] : [DEACTIVATE],
    isAllowed: can("users.update"),
  });
  const openRow = pages.rows.find((row) => row.id === person);
  return (
    <div className="space-y-5">
      <PageHeader
        title={t("people.people")}
        hint={t("people.whoMaySignInTo")}
        actions={
          <>
            {can("roles.read") ? (
              <Button asChild>
                <PageLink href="/roles">{t("people.roles")}</PageLink>
              </Button>
            ) : null}
            {can("users.create") ? (
              <Button variant="primary" onClick={() => void set({ person: "new" })}>
                <UserPlus aria-hidden />
                {t("people.addPerson")}
              </Button>
            ) : null}
          </>
        }
      />
      {tabs}
      <DataTable
        {...pages}
        label={t("people.people")}
        columns={PEOPLE_COLUMNS}
        columnChoice={columnChoice}
        {...sorting}
        {...bulk.table}
        tools={(columns) => <ExportMenu seen={{ list: "users", filters: input }} columns={columns} />}
        rowId={rowId}
        rowLabel={(row) => row.name}
        isQuiet={(row) => !row.isActive}
        openId={person}
        onOpen={can("users.update") ? (row) => void set({ person: row.id }) : undefined}
        isFiltered={search !== ""}
        onClearFilters={() => void set({ q: null })}
        toolbar={
          <>
            <SearchField
              label={t("people.searchPeople")}
              value={search}
              onChange={(text) => void set({ q: text || null })}
            />
            <Chip isOn={all} onClick={() => void set({ all: all ? null : true })}>
              {t("people.withDeactivated")}
            </Chip>
          </>
        }
        empty={<EmptyState icon={Users} title={t("people.nobodyYet")} text={t("people.addThePeopleYouWork")} />}
      />
      {bulk.bar}
      <PersonSheet
        state={person === "new" ? { kind: "new" } : openRow ? { kind: "edit", row: openRow } : null}
        onClose={() => void set({ person: null })}
      />
    </div>
  );
}
