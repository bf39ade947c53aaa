"use client";
import { Button, Dialog, momentText } from "@storehouse/ui";
import { Eye } from "lucide-react";
import { t } from "../../language/t.ts";
import { trpc } from "../../trpc/client.tsx";
import { useIsSupportOver } from "../../trpc/factory-closed.ts";
import { useMe } from "./me.tsx";

/** Says on every page that this is somebody of support who looks, until when, and lets them leave. Draws nothing for people of the factory. */
export function SupportBanner() {
  const { support, factoryName: factory } = useMe();
  const leave = useLeave();
  if (support === undefined) return null;
  const until = momentText(new Date(support.until));
  return (
    <aside
      aria-label={t("support.title")}
      className="sticky top-0 z-40 flex h-12 items-center justify-between gap-3 bg-accent px-4 text-on-accent md:px-6"
    >
      <p className="flex min-w-0 items-center gap-2 leading-5">
        <Eye aria-hidden className="size-4 shrink-0" />
        <span className="max-sm:hidden">{t("support.banner", { factory, until })}</span>
        <span className="sm:hidden">{t("support.bannerShort", { until })}</span>
      </p>
      <button
        type="button"
        disabled={leave.isPending}
        onClick={() => leave.mutate()}
        className="min-h-11 shrink-0 px-2 font-semibold underline underline-offset-4"
      >
        {t("support.leave")}
      </button>
    </aside>
  );
}

/** Stands over the page of an operator whose support access is over: nothing behind it is to be worked with. */
export function SupportOver() {
  const leave = useLeave();
  return (
    <Dialog
      isOpen={useIsSupportOver()}
      onOpenChange={() => undefined}
      isModalOnly
      title={t("support.overTitle")}
      description={t("support.overText")}
      footer={
        <Button variant="primary" isPending={leave.isPending} onClick={() => leave.mutate()}>
          {t("support.leaveToConsole")}
        </Button>
      }
    >
      {null}
    </Dialog>
  );
}

// A full load, so that nothing of the factory's stays in memory.
function useLeave() {
  return trpc.support.leave.useMutation({ onSuccess: () => window.location.assign("/operator/factories") });
}
