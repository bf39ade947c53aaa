import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { dropNumbers } from "./drop-numbers.ts";

const LINES = [
  "/*!50530 SET @@SESSION.PSEUDO_SLAVE_MODE=1*/;",
  "/*M!100001 SET @@session.gtid_domain_id=0*//*!*/;",
  "/*M!100001 SET @@session.server_id=1*//*!*/;",
  "/*M!100001 SET @@session.gtid_seq_no=583*//*!*/;",
  "insert into t values ('SET @@session.gtid_seq_no=1', 'ü')",
  "BINLOG '",
  "/*M!100001 SET @@session.gtid_seq_no=584*//*!*/;",
];

test.each([1, 7, 1_000])("the numbers are gone and nothing else is, in pieces of %i bytes", async (size) => {
  const whole = Buffer.from(LINES.join("\n"));
  const pieces = Array.from({ length: Math.ceil(whole.length / size) }, (_, n) =>
    whole.subarray(n * size, (n + 1) * size),
  );
  const kept = LINES.filter((line) => !/^.{11}SET @@session.gtid/.test(line));
  expect(await text(Readable.from(pieces).pipe(dropNumbers()))).toBe(`${kept.join("\n")}\n`);
});
