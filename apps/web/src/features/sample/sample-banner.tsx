"use client";
import { Banner, Button } from "@storehouse/ui";
import { useState } from "react";
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
        action={can("sample.remove") ? <Button onClick={() => setAsking(true)}>Remove the sample</Button> : null}
      >
        This is a sample factory to look around in. Book, change and undo what you like.
      </Banner>
      {isAsking ? <RemoveSampleDialog sample={sample} onClose={() => setAsking(false)} /> : null}
    </>
  );
}
