"use client";
import type { AlertRow } from "@storehouse/domain";
import { Button } from "@storehouse/ui";
import { Eye, Hammer, PackageMinus, PackagePlus, ShieldCheck } from "lucide-react";
import { useBooking } from "../../components/use-booking.ts";
import { useMaking } from "../../components/use-making.ts";
import { useCan } from "../session/index.ts";
import { t } from "../../language/t.ts";
import { useAlertActions } from "./use-alert-actions.ts";

/** The one action that ends an alert, and a way to say that somebody is seeing to it. */
export function AlertAction({ alert }: { alert: AlertRow }) {
  const can = useCan();
  const actions = useAlertActions();
  if (alert.state === "RESOLVED") return null;
  return (
    <span className="flex justify-end gap-2">
      {alert.state === "ACTIVE" && can("alerts.acknowledge") ? (
        <Button
          variant="ghost"
          isPending={actions.pendingId === alert.id}
          onClick={() => actions.acknowledge(alert.id)}
          aria-label={t("alert.seenToProduct", { productName: alert.productName })}
        >
          {actions.pendingId === alert.id ? null : <Eye aria-hidden />}
          {t("alert.seenTo")}
        </Button>
      ) : null}
      <EndingAction alert={alert} actions={actions} />
    </span>
  );
}

function EndingAction({ alert, actions }: { alert: AlertRow; actions: ReturnType<typeof useAlertActions> }) {
  const can = useCan();
  const booking = useBooking();
  const making = useMaking();
  const { variantId, locationId, productName, kind } = alert;
  if (kind === "LEVEL_MISMATCH") {
    if (!can("inventory.verify")) return null;
    const isPending = actions.checkingId === variantId;
    return (
      <Button isPending={isPending} onClick={() => actions.checkAgain(variantId)}>
        {isPending ? null : <ShieldCheck aria-hidden />}
        {t("alert.checkAgain")}
      </Button>
    );
  }
  if (kind !== "OVERSTOCK" && alert.isMade && can("inventory.make")) {
    return (
      <Button aria-label={t("alert.makeProduct", { productName })} onClick={() => making.open(variantId)}>
        <Hammer aria-hidden />
        {t("common.make")}
      </Button>
    );
  }
  if (!can("inventory.post")) return null;
  const verb = kind === "OVERSTOCK" ? ("out" as const) : ("in" as const);
  const Icon = verb === "in" ? PackagePlus : PackageMinus;
  const label = verb === "in" ? t("common.bookIn") : t("common.bookOut");
  return (
    <Button
      aria-label={`${label} ${productName}`}
      onClick={() => booking.open(verb, { variantId, ...(locationId === null ? {} : { locationId }) })}
    >
      <Icon aria-hidden />
      {label}
    </Button>
  );
}
