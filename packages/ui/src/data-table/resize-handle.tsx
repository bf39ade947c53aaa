"use client";
import { type PointerEvent, useRef } from "react";

type ResizeHandleProps = {
  width: number;
  /** Null puts it back to its own width. */
  onWidth: (width: number | null) => void;
};

/** The edge of a column's header: drawn to make the column wider or narrower, pressed twice to put it back. With the keyboard, Shift and an arrow on the header do it. */
export function ResizeHandle({ width, onWidth }: ResizeHandleProps) {
  const drag = useRef<Readonly<{ x: number; width: number }>>(undefined);
  const start = (event: PointerEvent<HTMLElement>) => {
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    // A column that takes what is left over begins at what it has, not at what was asked for.
    const drawn = event.currentTarget.closest("th")?.getBoundingClientRect().width ?? width;
    drag.current = { x: event.clientX, width: drawn };
  };
  const move = (event: PointerEvent) => {
    if (drag.current) onWidth(Math.round(drag.current.width + event.clientX - drag.current.x));
  };
  const end = () => {
    drag.current = undefined;
  };
  return (
    <span
      aria-hidden
      data-resize
      onPointerDown={start}
      onPointerMove={move}
      onPointerUp={end}
      onPointerCancel={end}
      onDoubleClick={() => onWidth(null)}
      className="absolute inset-y-1.5 -right-1 z-10 w-2 cursor-col-resize touch-none border-transparent border-l-2 opacity-0 hover:border-accent-ink hover:opacity-100 group-hover/head:border-line group-hover/head:opacity-100"
    />
  );
}
