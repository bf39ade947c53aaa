import { Fragment } from "react";

/** Grouped figures that may break after a comma where a line has no room for them: a figure is never cut short. */
export function Figures({ text }: { text: string }) {
  return text.split(",").map((group, at, groups) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a group is known by where it stands.
    <Fragment key={at}>
      {group}
      {at < groups.length - 1 ? (
        <>
          ,<wbr />
        </>
      ) : null}
    </Fragment>
  ));
}

/** Longer figures are drawn smaller, so that most fit their column in one line. */
export const figureSize = (text: string): string => (text.length > 12 ? "text-[0.86em]" : "");
