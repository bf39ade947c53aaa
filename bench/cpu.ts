import { readFileSync } from "node:fs";

// Linux counts a process's time in ticks of a hundredth of a second, whatever the kernel's own clock does.
const TICK_MS = 10;

/** User and system time a process and its threads have used so far, in ms. Reads Linux's /proc. */
export function cpuMs(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  // The command's name may hold spaces; what follows its closing bracket doesn't. utime and stime are the 14th and 15th field.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}
