"use client";
import { placeIdOf, ScannedCode } from "@storehouse/domain";
import { useRef, useState } from "react";
import { v7 as newId } from "uuid";
import { t } from "../../language/t.ts";
import { trpc } from "../../trpc/client.tsx";
import { makeSound, type Sound } from "./make-sound.ts";
import { newScan } from "./scan.ts";
import { useScanning } from "./scan-provider.tsx";
import { withPlace } from "./setup.ts";

/** What was said last of a scan that is not in the list: a place was chosen, or a code could not be taken. */
export type Said = Readonly<{ text: string; isProblem: boolean }>;

/** Takes what was read, from wherever: a code of goods joins the list and goes to the ledger, a place's label becomes the place. */
export function useReadScan() {
  const scanning = useScanning();
  const utils = trpc.useUtils();
  const [quantityText, drawQuantity] = useState("1");
  const [said, setSaid] = useState<Said>();
  // A scan may come before the field is drawn anew.
  const quantity = useRef(quantityText);
  const setQuantityText = (text: string) => {
    quantity.current = text;
    drawQuantity(text);
  };
  const sound = (which: Sound) => {
    if (scanning && !scanning.setup.get().isMuted) makeSound(which);
  };
  const say = (text: string, isProblem = false) => {
    setSaid({ text, isProblem });
    sound(isProblem ? "problem" : "place");
  };

  const readPlace = (locationId: string) => {
    const places = utils.locations.list.getData({ limit: 200 });
    const place = places?.rows.find(({ id }) => id === locationId);
    if (places && !places.next && !place) return say(t("scan.placeNotInUse"), true);
    const name = place?.name ?? t("scan.thisPlace");
    const before = scanning?.setup.get();
    if (before?.action === "look") return say(t("scan.labelOf", { place: name }));
    scanning?.setup.set((setup) => withPlace(setup, locationId));
    const isFrom = scanning?.setup.get().places.from === locationId;
    if (before?.action === "in") return say(t("scan.fromNowInto", { place: name }));
    const isSource = before?.action === "out" || isFrom;
    return say(t(isSource ? "scan.fromNowFrom" : "scan.fromNowTo", { place: name }));
  };
  const read = (text: string) => {
    const code = ScannedCode.safeParse(text);
    if (!code.success) return say(t("scan.codeNotTaken"), true);
    const locationId = placeIdOf(code.data);
    if (locationId !== undefined) return readPlace(locationId);
    if (scanning === null) return undefined;
    const quantityText = quantity.current.trim() || "1";
    scanning.store.put(
      newScan(scanning.setup.get(), { id: newId(), code: code.data, at: new Date().toISOString(), quantityText }),
    );
    scanning.sender.pump();
    setSaid(undefined);
    sound("read");
    // A quantity counts for one scan: forgotten, it would be booked again and again.
    setQuantityText("1");
    return undefined;
  };
  return { read, said, quantityText, setQuantityText };
}
