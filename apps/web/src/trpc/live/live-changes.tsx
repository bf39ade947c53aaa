"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { trpc } from "../client.tsx";
import { checkConnection } from "../connection.ts";
import { reportClosed } from "../factory-closed.ts";
import { createApplier } from "./apply-events.ts";
import { joinStream, type OpenStream } from "./share-stream.ts";

/** Keeps what is on the screen as the factory has it now. `name` is that of factory and person. Stands before the pages it keeps, and draws nothing. */
export function LiveChanges({ name }: { name: string }) {
  const queryClient = useQueryClient();
  const utils = trpc.useUtils();
  useEffect(() => {
    const applier = createApplier(queryClient);
    const open: OpenStream = (lastEventId, { step, end }) => {
      const stream = utils.client.live.changes.subscribe(lastEventId === undefined ? undefined : { lastEventId }, {
        onData: step,
        onConnectionStateChange: ({ state, error }) => {
          if (state === "connecting" && error) void checkConnection();
        },
        onComplete: end,
        onError: (error) => {
          end();
          reportClosed(error);
          // A browser does not say why a stream was refused: if the session is over, this question is told so.
          void utils.auth.me.invalidate();
          void checkConnection();
        },
      });
      return () => stream.unsubscribe();
    };
    const leave = joinStream({ name: `live ${name}`, open, onEvent: applier.take, locks: navigator.locks });
    const wake = ({ persisted }: PageTransitionEvent): void => {
      // A page that was put away heard nothing meanwhile.
      if (persisted) applier.take({ isStartOver: true, changes: [] });
    };
    window.addEventListener("pageshow", wake);
    return () => {
      window.removeEventListener("pageshow", wake);
      leave();
      applier.stop();
    };
  }, [name, queryClient, utils]);
  return null;
}
