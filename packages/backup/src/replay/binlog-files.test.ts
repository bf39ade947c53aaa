import { expect, test } from "vitest";
import { filesFrom } from "./binlog-files.ts";

const files = ["binlog.000007", "binlog.000008", "binlog.000009"].map((name) => ({ name, bytes: 500 }));

test("the log is read from the backup's file on, and a part that is gone is a refusal", () => {
  expect(filesFrom(files, { file: "binlog.000008", position: 500 })).toEqual(files.slice(1));
  const gone = "A part of the server's binary log since that backup is gone.";
  expect(() => filesFrom(files, { file: "binlog.000006", position: 4 })).toThrow(gone);
  // Begun anew under the same names.
  expect(() => filesFrom(files, { file: "binlog.000008", position: 501 })).toThrow(gone);
  const holed = files.filter(({ name }) => name !== "binlog.000008");
  expect(() => filesFrom(holed, { file: "binlog.000007", position: 4 })).toThrow(gone);
});
