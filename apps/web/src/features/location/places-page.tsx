"use client";
import { LABELS_MAX, LOCATION_SORTS } from "@storehouse/domain";
import { MapPin } from "lucide-react";
import { getQueryKey } from "@trpc/react-query";
import { LabelLink } from "../../components/label-link.tsx";
import { RecordList } from "../../components/record-list.tsx";
import { LIST_KEYS, NEW, useListAddress } from "../../components/use-list-address.ts";
import { useSortAddress } from "../../components/use-sort-address.ts";
import { trpc } from "../../trpc/client.tsx";
import { usePages } from "../../trpc/use-pages.ts";
import { ARCHIVE, TAKE_BACK, useBulk } from "../bulk/index.ts";
import { ExportMenu } from "../export/index.ts";
import { useCan } from "../session/index.ts";
import { t } from "../../language/t.ts";
import { useListViews } from "../view/index.ts";
import { LOCATION_COLUMNS } from "./columns.tsx";
import { LocationSheet } from "./location-sheet.tsx";
import { useLocationEdits } from "./use-location-edits.ts";

/** The factory's places: where stock can be. */
export function PlacesPage() {
  const can = useCan();
  const utils = trpc.useUtils();
  const address = useListAddress();
  const { input: order, sorting } = useSortAddress(LOCATION_SORTS);
  const edits = useLocationEdits();
  const views = useListViews("locations", LIST_KEYS, LOCATION_COLUMNS);
  const input = { search: address.search || undefined, isArchived: address.isArchived, limit: 50, ...order };
  const table = usePages(getQueryKey(trpc.locations.list, input, "infinite"), (after, signal) =>
    utils.client.locations.list.query({ ...input, after }, { signal }),
  );
  const bulk = useBulk({
    target: { list: "locations", filters: input },
    table,
    verbs: [address.isArchived ? TAKE_BACK : ARCHIVE],
    more: (places) => (places.length > LABELS_MAX ? null : <LabelLink places={places} />),
    isAllowed: can("locations.archive"),
  });
  const isNew = address.openId === NEW;
  const record = trpc.locations.get.useQuery(
    { id: address.openId ?? "" },
    { enabled: address.openId !== null && !isNew },
  );
  return (
    <RecordList
      title={t("location.places")}
      hint={t("location.whereStockCanBeStore")}
      icon={MapPin}
      actions={<LabelLink />}
      addLabel={can("locations.create") ? t("location.addAPlace") : undefined}
      emptyText={t("location.addThePlacesWhereYou")}
      columns={LOCATION_COLUMNS}
      tools={(columns) => <ExportMenu seen={{ list: "locations", filters: input }} columns={columns} />}
      table={table}
      sorting={sorting}
      views={views}
      bulk={bulk}
      edits={edits}
      address={address}
    >
      {isNew ? <LocationSheet record={null} onClose={address.close} /> : null}
      {record.data ? <LocationSheet key={record.data.id} record={record.data} onClose={address.close} /> : null}
    </RecordList>
  );
}
