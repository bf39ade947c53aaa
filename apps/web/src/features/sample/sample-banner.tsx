"use client";
import { Banner, Button } from "@storehouse/ui";
import { useState } from "react";
import { t } from "../../language/t.ts";
import { useCan } from "../session/index.ts";
import { RemoveSampleDialog, type Sample } from "./remove-sample-dialog.tsx";

/** Says that what is looked at is a sample, and offers to take it away. */
export function SampleBanner({ sample }: { sample: Sample }) {
  const can = useCan();
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <Banner
        meaning="progress"
        className="[&>div]:basis-60"
        action={
          can("sample.remove") ? <Button onClick={() => setAsking(true)}>{t("sample.removeTheSample")}</Button> : null
        }
      >
        {t("sample.thisIsASample")}
      </Banner>
      {isAsking ? <RemoveSampleDialog sample={sample} onClose={() => setAsking(false)} /> : null}
    </>
  );
}
