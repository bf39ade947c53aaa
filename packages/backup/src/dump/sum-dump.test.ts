import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { expect, test } from "vitest";
import { sumDump } from "./sum-dump.ts";

const HEAD = "/*M!999999\\- enable the sandbox mode */ \nCREATE TABLE `units` (\n  `id` int\n) ENGINE=InnoDB;\n";
const ENDING = "/*!40101 SET SQL_MODE=@OLD_SQL_MODE */;\n\n-- Dump completed\n";

/** One byte at a time or whole: what is found must be the same. */
async function sums(dump: string, size = dump.length) {
  const bytes = Buffer.from(dump);
  const parts = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
    bytes.subarray(at * size, (at + 1) * size),
  );
  const sum = sumDump();
  sum.through.resume();
  await pipeline(Readable.from(parts), sum.through);
  return { tables: sum.tables(), hasTrailer: sum.hasTrailer() };
}

test("rows are counted however they are laid out, brackets and quotes in texts not", async () => {
  const text = "(1,'a),(\\'b\\\\'),(2,'it''s ('),(3,NULL)";
  const oneLine = `${HEAD}INSERT INTO \`units\` VALUES ${text};\n${ENDING}`;
  const manyLines = `${HEAD}INSERT INTO \`units\` VALUES\n${text.replaceAll("),(", "),\n(")};\n${ENDING}`;
  expect((await sums(oneLine)).tables["units"]?.rows).toBe(3);
  expect((await sums(manyLines.replace("a),\n(", "a),("))).tables["units"]?.rows).toBe(3);
  expect(await sums(oneLine, 1)).toEqual(await sums(oneLine));
});

test("a changed row or definition changes its table's sum, the next number to give out does not", async () => {
  const dump = (row: string, column = "`id` int", next = 5) =>
    `CREATE TABLE \`a\` (\n  ${column}\n) ENGINE=InnoDB AUTO_INCREMENT=${next};\nINSERT INTO \`a\` VALUES (${row});\n${ENDING}`;
  const sumOf = async (text: string) => (await sums(text)).tables["a"]?.sha256;
  const plain = await sumOf(dump("1"));
  expect(await sumOf(dump("1", "`id` int", 9))).toBe(plain);
  expect(await sumOf(dump("2"))).not.toBe(plain);
  expect(await sumOf(dump("1", "`id` bigint"))).not.toBe(plain);
});

test("where the log stood is read from the head, and a text of somebody's that looks like it is not", async () => {
  const line = "-- CHANGE MASTER TO MASTER_LOG_FILE='binlog.000007', MASTER_LOG_POS=2204;\n";
  const positionIn = async (dump: string) => {
    const sum = sumDump();
    sum.through.resume();
    await pipeline(Readable.from([Buffer.from(dump)]), sum.through);
    return sum.position();
  };
  expect(await positionIn(line + HEAD + ENDING)).toEqual({ file: "binlog.000007", position: 2204 });
  expect(await positionIn(`${HEAD}INSERT INTO \`units\` VALUES (1,'\n${line}');\n${ENDING}`)).toBeUndefined();
});

test("only a dump with its last line is whole", async () => {
  const dump = `${HEAD}INSERT INTO \`units\` VALUES (1,'-- Dump completed');\n`;
  expect((await sums(dump + ENDING)).hasTrailer).toBe(true);
  expect((await sums(dump)).hasTrailer).toBe(false);
  expect((await sums(dump + ENDING.slice(0, -5))).hasTrailer).toBe(false);
});
