"use client";
import type { FactoryPage } from "@storehouse/domain";
import { Banner, Button, momentText, toast } from "@storehouse/ui";
import { trpc } from "../../trpc/client.tsx";
import { errorMessage } from "../session/index.ts";
import { useOperatorCan } from "./operator-me.tsx";
import { W } from "./words.ts";

/** That the factory lets support look, until when and at what; and the way in. */
export function SupportSection({ factory: { id: factoryId, supportGrant, state } }: { factory: FactoryPage }) {
  const can = useOperatorCan();
  const open = trpc.platform.openSupport.useMutation({
    // A full load: from here on this browser looks at a factory.
    onSuccess: () => window.location.assign("/home"),
    onError: (error) => toast(errorMessage(error), { meaning: "problem" }),
  });
  if (supportGrant === null) return null;
  const { grantedByName, reason, expiresAt } = supportGrant;
  return (
    <Banner meaning="progress">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <span className="[overflow-wrap:anywhere]">
          {W.supportUntil(momentText(new Date(expiresAt)), grantedByName, reason)}
        </span>
        {can("support.open") && state === "READY" ? (
          <Button isPending={open.isPending || open.isSuccess} onClick={() => open.mutate({ factoryId })}>
            {W.openSupport}
          </Button>
        ) : null}
      </div>
    </Banner>
  );
}
