"use client";
import { Banner, Dialog } from "@storehouse/ui";
import { useEffect } from "react";
import { trpc } from "../../trpc/client.tsx";
import { clearClosed, reportClosed, useClosure } from "../../trpc/factory-closed.ts";
import { failureOf } from "../../trpc/failure-of.ts";
import { t } from "../../language/t.ts";

const ASK_MS = 3_000;

/** Says over the page that the factory is suspended and why, and goes by itself once it is open again: what was typed is still there. */
export function FactoryClosed() {
  const closure = useClosure();
  const utils = trpc.useUtils();
  const isClosed = closure !== null;
  useEffect(() => {
    if (!isClosed) return undefined;
    const ask = async (): Promise<void> => {
      try {
        await utils.client.auth.me.query();
      } catch (error) {
        reportClosed(error);
        // Signed out meanwhile: the question for the password comes in its place.
        if (failureOf(error)?.code !== "NOT_SIGNED_IN") return;
      }
      clearClosed();
      await utils.invalidate();
    };
    const timer = setInterval(() => void ask(), ASK_MS);
    return () => clearInterval(timer);
  }, [isClosed, utils]);
  return (
    <Dialog
      isOpen={isClosed}
      onOpenChange={() => undefined}
      isModalOnly
      title={t("session.factoryIsSuspended")}
      description={t("session.factoryIsSuspendedHint")}
    >
      {closure?.reason ? (
        <Banner meaning="attention">{t("session.suspendedReason", { reason: closure.reason })}</Banner>
      ) : null}
    </Dialog>
  );
}
