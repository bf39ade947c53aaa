"use client";
import type { NoteKind } from "@storehouse/domain";
import { useState } from "react";
import { v7 as newId } from "uuid";
import { trpc } from "../../trpc/client.tsx";
import { errorMessage } from "../session/index.ts";

/** Says something about a line: asks, answers, closes or takes back. Sent again after a lost connection, it is said once. */
export function useSay(lineId: string) {
  const utils = trpc.useUtils();
  const [id, setId] = useState(() => newId());
  const [error, setError] = useState<string>();
  const verbs = {
    flag: trpc.auditLogs.flag.useMutation(),
    unflag: trpc.auditLogs.unflag.useMutation(),
    resolve: trpc.auditLogs.resolve.useMutation(),
    comment: trpc.auditLogs.comment.useMutation(),
  };
  const say = async (kind: NoteKind, text: string): Promise<boolean> => {
    setError(undefined);
    try {
      await verbs[kind].mutateAsync({ id, lineId, text });
      setId(newId());
      await utils.auditLogs.invalidate();
      return true;
    } catch (caught) {
      setError(errorMessage(caught));
      return false;
    }
  };
  return { say, error, setError, isPending: Object.values(verbs).some((verb) => verb.isPending) };
}
