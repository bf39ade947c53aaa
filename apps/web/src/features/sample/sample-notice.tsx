"use client";
import { trpc } from "../../trpc/client.tsx";
import { useCan } from "../session/index.ts";
import { LoadSampleButton } from "./load-sample-button.tsx";
import { SampleBanner } from "./sample-banner.tsx";

/** Over a list: the banner, as long as a sample is there. */
export function SampleNotice() {
  const { data } = trpc.sample.current.useQuery();
  return data?.sample ? <SampleBanner sample={data.sample} /> : null;
}

/** In a list that is empty: the sample, where one may be loaded. */
export function SampleOffer() {
  const can = useCan();
  const { data } = trpc.sample.current.useQuery(undefined, { enabled: can("sample.load") });
  return data?.isOffered ? <LoadSampleButton /> : null;
}
