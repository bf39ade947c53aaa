"use client";
import type { Thresholds } from "@storehouse/domain";
import { Button, Field, NumberInput, Quantity, Skeleton, toast } from "@storehouse/ui";
import { type KeyboardEvent, useState } from "react";
import { trpc } from "../../trpc/client.tsx";
import { errorMessage, useCan } from "../session/index.ts";
import { t } from "../../language/t.ts";

type ThresholdListProps = {
  variantId: string;
  /** Shows the minimum of this place alone. */
  locationId?: string;
};

/** A variant's minimum and maximum over all places, and its minimum at each place where it stands. */
export function ThresholdList({ variantId, locationId }: ThresholdListProps) {
  const thresholds = trpc.alerts.thresholds.useQuery({ variantId });
  if (thresholds.isError) return <p className="text-problem">{errorMessage(thresholds.error)}</p>;
  if (!thresholds.data) return <Skeleton className="h-16" />;
  const { minimum, maximum, places, unit } = thresholds.data;
  const shown = places.filter((place) => locationId === undefined || place.locationId === locationId);
  return (
    <div className="space-y-4">
      {locationId === undefined ? <OverAll key={`${minimum} ${maximum}`} thresholds={thresholds.data} /> : null}
      {shown.map((place) => (
        <AtPlace key={`${place.locationId} ${place.minimum}`} variantId={variantId} unit={unit} place={place} />
      ))}
    </div>
  );
}

function useSetThreshold() {
  const utils = trpc.useUtils();
  return trpc.alerts.setThreshold.useMutation({
    onSuccess: async () => {
      toast(t("common.saved"), { meaning: "fine" });
      await Promise.all([
        utils.alerts.invalidate(),
        utils.notifications.invalidate(),
        utils.products.invalidate(),
        utils.inventory.invalidate(),
      ]);
    },
    onError: (error) => toast(errorMessage(error), { meaning: "problem" }),
  });
}

// It may stand within another form, which Enter is not to send.
const onEnter = (save: () => void) => (event: KeyboardEvent) => {
  if (event.key !== "Enter") return;
  event.preventDefault();
  save();
};

const orNull = (text: string): string | null => (text.trim() === "" ? null : text.trim());

function OverAll({ thresholds: { variantId, minimum, maximum, unit } }: { thresholds: Thresholds }) {
  const can = useCan();
  const set = useSetThreshold();
  const [text, setText] = useState(maximum ?? "");
  const isChanged = orNull(text) !== maximum;
  const save = () => {
    set.mutate({ variantId, locationId: null, minimum, maximum: orNull(text) });
  };
  return (
    <div className="flex items-end gap-2">
      <div className="flex-1">
        <Field label={t("alert.maximumOverAllPlaces")} isOptional hint={t("alert.aboveItItCountsAs")}>
          <NumberInput
            unit={unit}
            value={text}
            disabled={!can("alerts.setThreshold")}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={onEnter(save)}
          />
        </Field>
      </div>
      {isChanged ? (
        <Button isPending={set.isPending} onClick={save}>
          {t("common.save")}
        </Button>
      ) : null}
    </div>
  );
}

type AtPlaceProps = { variantId: string; unit: string; place: Thresholds["places"][number] };

function AtPlace({ variantId, unit, place }: AtPlaceProps) {
  const can = useCan();
  const set = useSetThreshold();
  const [text, setText] = useState(place.minimum ?? "");
  const isChanged = orNull(text) !== place.minimum;
  const save = () => {
    set.mutate({ variantId, locationId: place.locationId, minimum: orNull(text) });
  };
  return (
    <div className="flex items-end gap-2">
      <div className="flex-1">
        <Field
          label={t("alert.minimumAt", { locationName: place.locationName })}
          isOptional
          hint={t.rich("alert.thereNow", { quantity: () => <Quantity value={place.onHand} unit={unit} /> })}
        >
          <NumberInput
            unit={unit}
            value={text}
            disabled={!can("alerts.setThreshold")}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={onEnter(save)}
          />
        </Field>
      </div>
      {isChanged ? (
        <Button isPending={set.isPending} onClick={save}>
          {t("common.save")}
        </Button>
      ) : null}
    </div>
  );
}
