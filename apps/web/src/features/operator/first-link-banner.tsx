"use client";
import { Banner, Button, toast } from "@storehouse/ui";
import { CopyText } from "../../components/copy-text.tsx";
import { trpc } from "../../trpc/client.tsx";
import { errorMessage } from "../session/index.ts";
import { W } from "./words.ts";

/** The way in for the first master of a factory that an operator has made. */
export function FirstLinkBanner({ factoryId }: { factoryId: string }) {
  const utils = trpc.useUtils();
  const make = trpc.platform.makeFirstLink.useMutation({
    onSuccess: () => utils.platform.events.invalidate(),
    onError: (error) => toast(errorMessage(error), { meaning: "problem" }),
  });
  if (make.data) {
    return (
      <div className="space-y-2 rounded-lg border bg-surface p-4">
        <p>{W.linkReady}</p>
        <CopyText label={W.link} text={make.data.url} />
      </div>
    );
  }
  return (
    <Banner
      meaning="attention"
      action={
        <Button isPending={make.isPending} onClick={() => make.mutate({ factoryId })}>
          {W.makeLink}
        </Button>
      }
    >
      {W.awaits}
    </Banner>
  );
}
