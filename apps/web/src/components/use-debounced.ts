"use client";
import { useEffect, useState } from "react";

/** The value as it was once it stood still: what a search asks the server for. */
export function useDebounced<Value>(value: Value, waitMs = 180): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), waitMs);
    return () => clearTimeout(timer);
  }, [value, waitMs]);
  return settled;
}
