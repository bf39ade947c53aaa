"use client";
import type { SearchRecord } from "@storehouse/domain";
import {
  type LucideIcon,
  Eye,
  FlaskConical,
  Hammer,
  History,
  Package,
  ScrollText,
  Undo2,
  UserCheck,
  UserX,
} from "lucide-react";
import { useRouter } from "next/navigation";
import { BOOKING_VERBS } from "../../components/booking-verbs.ts";
import { useBooking } from "../../components/use-booking.ts";
import { useMaking } from "../../components/use-making.ts";
import { useCan, useMe } from "../session/index.ts";
import { t } from "../../language/t.ts";

/** Something that can be done with a record that was found. */
export type RecordAction = Readonly<{ id: string; label: string; icon: LucideIcon; run: () => void }>;

type Offer = RecordAction & Readonly<{ isOffered?: boolean }>;

/** What the person may do with each record, the likeliest first: going there, then what changes something. */
export function useRecordActions(): (record: SearchRecord) => readonly RecordAction[] {
  const can = useCan();
  const me = useMe();
  const router = useRouter();
  const booking = useBooking();
  const making = useMaking();

  const go = (id: string, label: string, icon: LucideIcon, href: string, isOffered = true): Offer => ({
    id,
    label,
    icon,
    run: () => router.push(href),
    isOffered,
  });
  const book = (at: Parameters<typeof booking.open>[1], here = ""): readonly Offer[] =>
    BOOKING_VERBS.flatMap(({ kind, label, icon, permission }) =>
      kind === "make"
        ? []
        : [{ id: kind, label: `${label}${here}`, icon, run: () => booking.open(kind, at), isOffered: can(permission) }],
    );
  const make = (variantId: string, isMade: boolean): Offer => ({
    id: "make",
    label: t("common.make"),
    icon: Hammer,
    run: () => making.open(variantId),
    isOffered: isMade && can("inventory.make"),
  });
  const formulaPage = (productId: string, variantId: string) =>
    `/products/${productId}?tab=formula&formulaOf=${variantId}`;

  const offers = (record: SearchRecord): readonly Offer[] => {
    const { id } = record;
    switch (record.kind) {
      case "product":
        return [
          go("open", t("search.openProduct"), Eye, `/products/${record.productId}`),
          ...book({ variantId: id }),
          make(id, record.isMade),
          go("ledger", t("search.openLedger"), History, `/stock/entries?variant=${id}`, can("inventory.read")),
          go(
            "formula",
            t("search.openFormula"),
            FlaskConical,
            formulaPage(record.productId, id),
            can("productFormulas.read"),
          ),
        ];
      case "formula":
        return [
          go("open", t("search.openFormula"), Eye, formulaPage(record.productId, id)),
          make(id, record.isMade),
          go("product", t("search.openProduct"), Package, `/products/${record.productId}`),
        ];
      case "entry": {
        const address = `/stock/entries?change=${record.postingId}&entry=${id}`;
        const isOwn = record.userId === me.userId && can("inventory.reverseOwn");
        return [
          go("open", t("search.openEntry"), Eye, address),
          go(
            "undo",
            t("search.undoThisEntry"),
            Undo2,
            `${address}&do=undo`,
            !record.isSettled && (isOwn || can("inventory.reverse")),
          ),
          go("product", t("search.openProduct"), Package, `/products/${record.productId}`, can("products.read")),
        ];
      }
      case "place":
        return [
          go("stock", t("search.whatIsHere"), Eye, `/stock?place=${id}`, can("inventory.read")),
          ...book({ locationId: id }, t("search.hereSuffix")).filter((offer) => offer.id !== "move"),
          go("ledger", t("search.whatHappenedHere"), History, `/stock/entries?place=${id}`, can("inventory.read")),
          go("open", t("search.openPlace"), Eye, `/places?open=${id}`),
        ];
      case "person":
        return [
          go(
            "open",
            t("search.openPerson"),
            Eye,
            `/people?person=${id}${record.isActive ? "" : "&all=true"}`,
            can("users.update"),
          ),
          go("entries", t("search.whatTheyBooked"), History, `/stock/entries?person=${id}`, can("inventory.read")),
          go("audit", t("search.whatTheyChanged"), ScrollText, `/audit?person=${id}`, can("auditLogs.read")),
          go(
            "stop",
            t("search.deactivate"),
            UserX,
            `/people?person=${id}&do=deactivate`,
            record.isActive && id !== me.userId && can("users.update"),
          ),
          go(
            "start",
            t("search.letSignInAgain"),
            UserCheck,
            `/people?person=${id}&all=true&do=activate`,
            !record.isActive && can("users.update"),
          ),
        ];
      case "supplier":
        return [
          go("open", t("search.openSupplier"), Eye, `/suppliers?open=${id}`),
          go("products", t("search.whatTheySupply"), Package, `/products?supplier=${id}`, can("products.read")),
        ];
    }
  };
  return (record) => offers(record).filter(({ isOffered }) => isOffered !== false);
}
