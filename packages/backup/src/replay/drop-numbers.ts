import { Transform } from "node:stream";

/** How MariaDB's program says which number in the server's log a change had. */
const NUMBER = /^\/\*M?!100001 SET @@session\.gtid_(seq_no|domain_id)=\d+\*\/\/\*!\*\/;\r?$/;

/**
 * Takes out the numbers that changes had in the server's log, so that they get new ones when they are put in again:
 * written twice under one number, they could be read back from the log no second time, and would stop a replica.
 */
export function dropNumbers(): Transform {
  let rest = "";
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      // One character a byte: nothing else of it is looked at, or changed.
      const lines = (rest + chunk.toString("latin1")).split("\n");
      rest = lines.pop() ?? "";
      const kept = lines.filter((line) => !NUMBER.test(line)).map((line) => `${line}\n`);
      done(null, Buffer.from(kept.join(""), "latin1"));
    },
    flush(done) {
      done(null, NUMBER.test(rest) ? undefined : Buffer.from(rest, "latin1"));
    },
  });
}
