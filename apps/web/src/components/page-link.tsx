"use client";
import Link from "next/link";
import { type ComponentProps, useState } from "react";

/**
 * A link to a page, which is fetched ahead when somebody is about to follow it. Left alone, every link that can be seen fetches its page: dozens of
 * requests for each page that is opened.
 */
export function PageLink({ onPointerEnter, onTouchStart, onFocus, ...props }: ComponentProps<typeof Link>) {
  const [isMeant, setMeant] = useState(false);
  return (
    <Link
      {...props}
      prefetch={isMeant ? null : false}
      onPointerEnter={(event) => {
        setMeant(true);
        onPointerEnter?.(event);
      }}
      onTouchStart={(event) => {
        setMeant(true);
        onTouchStart?.(event);
      }}
      onFocus={(event) => {
        setMeant(true);
        onFocus?.(event);
      }}
    />
  );
}
