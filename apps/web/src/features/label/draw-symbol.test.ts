import { placeCodeOf } from "@storehouse/domain";
import { expect, test } from "vitest";
import { drawSymbol, MODULE_MIN_MM } from "./draw-symbol.ts";

const svgOf = (src: string) => decodeURIComponent(src.replace(/^data:[^,]*,/, ""));

test("a short code is drawn as bars, one module for each unit of Code 128", () => {
  const drawn = drawSymbol("BL-1", "bars", 34);
  // Start, four letters, check, and a stop of 13.
  expect(drawn).toMatchObject({ kind: "bars", modules: 11 * 6 + 13 });
  expect(svgOf(drawn.src)).toMatch(/^<svg preserveAspectRatio="none" .*<\/svg>\s*$/s);
});

test("there is white on either side of the bars, ten modules of it", () => {
  for (const [text, width] of [
    ["BL-1", 38.1],
    ["SHIRT-RED-XL", 50],
    ["8901234567894", 63.5],
  ] as const) {
    const { kind, widthMm, modules } = drawSymbol(text, "bars", width);
    expect(kind).toBe("bars");
    expect(width - widthMm).toBeGreaterThanOrEqual(((20 * widthMm) / modules) * 0.999);
  }
});

test("what bars can't say or the label is too narrow for is drawn as a square", () => {
  expect(drawSymbol("बोल्ट-8", "bars", 60).kind).toBe("qr");
  expect(drawSymbol("X".repeat(40), "bars", 34).kind).toBe("qr");
  expect(drawSymbol("BL-1", "qr", 60).kind).toBe("qr");
});

test("a place's code stands as bars on a wide label and as a square on a narrow one", () => {
  const code = placeCodeOf("01939c2e-5b7a-7c3e-9d4f-1a2b3c4d5e6f");
  const wide = drawSymbol(code, "bars", 63.5);
  expect(wide.kind).toBe("bars");
  expect(wide.widthMm / wide.modules).toBeGreaterThanOrEqual(MODULE_MIN_MM);
  expect(drawSymbol(code, "bars", 50).kind).toBe("qr");
});
