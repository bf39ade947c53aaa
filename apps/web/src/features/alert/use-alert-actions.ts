"use client";
import { toast } from "@storehouse/ui";
import { trpc } from "../../trpc/client.tsx";
import { errorMessage } from "../session/index.ts";

/** What can be done about an alert, with what it changes on the screens. */
export function useAlertActions() {
  const utils = trpc.useUtils();
  const done = () => Promise.all([utils.alerts.invalidate(), utils.notifications.invalidate()]);
  const options = {
    onSuccess: done,
    onError: (error: unknown) => toast(errorMessage(error), { meaning: "problem" }),
  };
  const acknowledge = trpc.alerts.acknowledge.useMutation(options);
  const verify = trpc.inventory.verify.useMutation(options);
  return {
    acknowledge: (id: string) => acknowledge.mutate({ id }),
    checkAgain: (variantId: string) => verify.mutate({ variantId }),
    pendingId: acknowledge.isPending ? acknowledge.variables.id : undefined,
    checkingId: verify.isPending ? verify.variables.variantId : undefined,
  };
}
