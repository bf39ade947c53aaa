import { describe, expect, test } from "vitest";
import { Id, line, Moment, Money, note, optionalLine, PositiveQuantity, Quantity, Search } from "./fields.ts";

const reason = (result: { success: boolean; error?: { issues: readonly { message: string }[] } }) =>
  result.error?.issues[0]?.message;

describe("numbers", () => {
  const refused = [
    "",
    " ",
    "NaN",
    "Infinity",
    "1e309",
    "1e3",
    "+1",
    ".5",
    "5.",
    "0x10",
    "1,5",
    "1 000",
    "٣",
    "--1",
    "1.0000001",
    "1234567890123",
    "9".repeat(41),
  ];
  test.each(refused)("%j is not a quantity", (text) => expect(Quantity.safeParse(text).success).toBe(false));
  test.each([1, 0, null, true, [], {}, ["1"], { $ne: 1 }, Number.NaN])(
    "a value that is not text is not a quantity",
    (value) => {
      expect(Quantity.safeParse(value).success).toBe(false);
    },
  );
  test.each(["0", "1", "0.000001", "999999999999.999999", "0001", "1.500000000"])("%j is a quantity", (text) => {
    expect(Quantity.safeParse(text).success).toBe(true);
  });
  test("zero and less can't be booked", () => {
    for (const text of ["0", "0.000000", "-1", "-0"]) expect(PositiveQuantity.safeParse(text).success).toBe(false);
    expect(reason(PositiveQuantity.safeParse("0"))).toBe("MUST_BE_POSITIVE");
  });
  test("money keeps four decimals and no sign", () => {
    expect(Money.safeParse("12.3456").success).toBe(true);
    expect(reason(Money.safeParse("12.34567"))).toBe("TOO_MANY_DECIMALS");
    expect(reason(Money.safeParse("-1"))).toBe("NOT_NEGATIVE");
    expect(reason(Money.safeParse("123456789012345"))).toBe("NUMBER_TOO_LARGE");
  });
});

describe("text", () => {
  test("a line is trimmed, composed and without control or direction characters", () => {
    expect(line(10).parse("  e\u0301 ")).toBe("é");
    for (const text of ["a\nb", "a\u0000", "a\u202eb", "a\ud800", "\u001b[31m"])
      expect(line(50).safeParse(text).success).toBe(false);
  });
  test("a hundred thousand characters are refused at once", () => {
    const start = performance.now();
    expect(reason(line(100).safeParse("x".repeat(100_000)))).toBe("TOO_LONG");
    expect(reason(Search.safeParse("%".repeat(100_000)))).toBe("TOO_LONG");
    expect(performance.now() - start).toBeLessThan(200);
  });
  test("empty optional text is null", () => {
    expect(optionalLine(10).parse("")).toBeNull();
    expect(optionalLine(10).parse(undefined)).toBeNull();
    expect(note(10).parse("  ")).toBeNull();
    expect(note(20).parse("a\nb")).toBe("a\nb");
  });
});

test("an id is a UUID and nothing else", () => {
  expect(Id.parse("01890A5D-AC96-774B-BCCE-B302099A8057")).toBe("01890a5d-ac96-774b-bcce-b302099a8057");
  for (const value of ["", "1", 1, "01890a5dac96774bbcceb302099a8057", "' or 1=1 --", null])
    expect(Id.safeParse(value).success).toBe(false);
});

test("a moment has an offset and lies in our time", () => {
  expect(Moment.safeParse("2026-11-21T10:00:00+05:30").success).toBe(true);
  for (const text of ["2026-11-21", "0000-01-01T00:00:00Z", "2026-13-01T00:00:00Z", "9999-01-01T00:00:00Z"])
    expect(Moment.safeParse(text).success).toBe(false);
});
