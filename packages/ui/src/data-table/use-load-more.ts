"use client";
import { type RefObject, useEffect, useRef } from "react";

type LoadMore = { hasMore: boolean; isBusy: boolean; onMore: (() => void) | undefined };

/** Asks for the next page when the mark put at the list's end comes near. `root` is the scrolling part, or null for the page. */
export function useLoadMore(root: RefObject<HTMLElement | null>, { hasMore, isBusy, onMore }: LoadMore) {
  const mark = useRef<HTMLDivElement>(null);
  const ask = useRef(onMore);
  useEffect(() => {
    ask.current = onMore;
  });
  useEffect(() => {
    if (!mark.current || !hasMore || isBusy) return;
    const observer = new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && ask.current?.(), {
      root: root.current,
      rootMargin: "600px",
    });
    observer.observe(mark.current);
    return () => observer.disconnect();
  }, [hasMore, isBusy, root]);
  return mark;
}
