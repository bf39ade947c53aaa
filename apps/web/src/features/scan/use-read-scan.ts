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

/** What is said, as it reads with the name of the place that it is about. */
type Told = Readonly<{ say: (place: string) => string; isProblem: boolean; locationId?: string }>;

/** Takes what was read, from wherever: a code of goods joins the list and goes to the ledger, a place's label becomes the place. */
export function useReadScan() {
  const scanning = useScanning();
  const utils = trpc.useUtils();
  const [quantityText, drawQuantity] = useState("1");
  const [told, tell] = useState<Told>();
  const about = told?.locationId;
  const places = trpc.locations.list.useQuery({ limit: 200 }, { enabled: about !== undefined });
  const placeName = places.data?.rows.find(({ id }) => id === about)?.name ?? t("scan.thisPlace");
  const said: Said | undefined = told && { text: told.say(placeName), isProblem: told.isProblem };
  // A scan may come before the field is drawn anew.
  const quantity = useRef(quantityText);
  const setQuantityText = (text: string) => {
    quantity.current = text;
    drawQuantity(text);
  };
  const sound = (which: Sound) => {
    if (scanning && !scanning.setup.get().isMuted) makeSound(which);
  };
  const complain = (text: string) => {
    tell({ say: () => text, isProblem: true });
    sound("problem");
  };

  const readPlace = (locationId: string) => {
    const known = utils.locations.list.getData({ limit: 200 });
    if (known && !known.next && !known.rows.some(({ id }) => id === locationId))
      return complain(t("scan.placeNotInUse"));
    const say = (words: "scan.labelOf" | "scan.fromNowInto" | "scan.fromNowFrom" | "scan.fromNowTo") => {
      tell({ say: (place) => t(words, { place }), isProblem: false, locationId });
      sound("place");
    };
    const before = scanning?.setup.get();
    if (before?.action === "look") return say("scan.labelOf");
    scanning?.setup.set((setup) => withPlace(setup, locationId));
    const isFrom = scanning?.setup.get().places.from === locationId;
    if (before?.action === "in") return say("scan.fromNowInto");
    const isSource = before?.action === "out" || isFrom;
    return say(isSource ? "scan.fromNowFrom" : "scan.fromNowTo");
  };
  const read = (text: string) => {
    const code = ScannedCode.safeParse(text);
    if (!code.success) return complain(t("scan.codeNotTaken"));
    const locationId = placeIdOf(code.data);
    if (locationId !== undefined) return readPlace(locationId);
    if (scanning === null) return undefined;
    const quantityText = quantity.current.trim() || "1";
    scanning.store.put(
      newScan(scanning.setup.get(), { id: newId(), code: code.data, at: new Date().toISOString(), quantityText }),
    );
    scanning.sender.pump();
    tell(undefined);
    sound("read");
    // A quantity counts for one scan: forgotten, it would be booked again and again.
    setQuantityText("1");
    return undefined;
  };
  return { read, said, quantityText, setQuantityText };
}
