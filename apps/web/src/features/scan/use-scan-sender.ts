"use client";
import { useEffect, useState } from "react";
import { wordsOf } from "../../language/t.ts";
import { useInvalidateStock } from "../booking/index.ts";
import { onRecovery, reportOutage, useIsDisconnected } from "../../trpc/connection.ts";
import { failureOf, isOutage } from "../../trpc/failure-of.ts";
import { reportSessionLost, useIsSessionLost } from "../../trpc/session-loss.ts";
import { trpc } from "../../trpc/client.tsx";
import { errorMessage } from "../session/index.ts";
import type { Scan } from "./scan.ts";
import { type Judged, openScanSender, type ScanApi, type ScanSender } from "./scan-sender.ts";
import type { ScanStore } from "./scan-store.ts";

/** An answer that takes longer is none: the same scan is sent again. */
const ANSWER_MS = 15_000;
/** Other tabs' scans, and those an outage left, are looked for this often. */
const LOOK_MS = 5_000;
const TIDY_MS = 800;

const WORDS = wordsOf({
  place: "scan.missingPlace",
  from: "scan.missingFrom",
  to: "scan.missingTo",
  same: "scan.samePlace",
  undo: "scan.undoReason",
  NUMBER_EXPECTED: "scan.numberExpected",
  UNIT_UNKNOWN: "scan.unitUnknown",
  TOO_MANY_DECIMALS: "scan.tooManyDecimals",
  MUST_BE_POSITIVE: "scan.mustBePositive",
  NUMBER_TOO_LARGE: "scan.numberTooLarge",
});

/** Sends what was scanned for as long as the app is open, on whatever page. Undefined while the server draws. */
export function useScanSender(store: ScanStore | undefined, onSettled: (scan: Scan) => void): ScanSender | undefined {
  const { client } = trpc.useUtils();
  const invalidate = useInvalidateStock();
  const isSessionLost = useIsSessionLost();
  const isDown = useIsDisconnected();
  const isHeld = isSessionLost || isDown;
  const [sender] = useState(() => {
    if (store === undefined) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    return openScanSender({
      store,
      api: apiOf(client),
      judge,
      words: WORDS,
      onSettled: (scan) => {
        onSettled(scan);
        clearTimeout(timer);
        timer = setTimeout(() => void invalidate(), TIDY_MS);
      },
    });
  });
  useEffect(() => {
    sender?.hold(isHeld);
    if (sender === undefined || isHeld) return undefined;
    const stop = onRecovery(sender.pump);
    const timer = setInterval(sender.pump, LOOK_MS);
    window.addEventListener("online", sender.pump);
    return () => {
      stop();
      clearInterval(timer);
      window.removeEventListener("online", sender.pump);
    };
  }, [sender, isHeld]);
  return sender;
}

type Client = ReturnType<typeof trpc.useUtils>["client"];

function apiOf(client: Client): ScanApi {
  const wait = () => ({ signal: AbortSignal.timeout(ANSWER_MS) });
  return {
    findByCode: async (code) => (await client.products.findByCode.query({ code }, wait())).rows,
    post: (input) => client.inventory.post.mutate(input, wait()),
    transfer: (input) => client.inventory.transfer.mutate(input, wait()),
    reverse: (input) => client.inventory.reverse.mutate(input, wait()),
  };
}

function judge(error: unknown): Judged {
  if (isOutage(error)) {
    reportOutage();
    return { kind: "later", afterMs: null };
  }
  const failure = failureOf(error);
  if (failure?.code === "NOT_SIGNED_IN") {
    reportSessionLost();
    return { kind: "later", afterMs: null };
  }
  if (failure?.code === "RATE_LIMITED" || failure?.code === "BUSY" || failure?.code === "UNAVAILABLE") {
    return { kind: "later", afterMs: failure.retryAfterSeconds * 1000 };
  }
  if (failure?.code === "ALREADY_REVERSED") return { kind: "undone" };
  return { kind: "refused", text: errorMessage(error) };
}
