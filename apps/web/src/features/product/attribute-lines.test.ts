import { expect, test } from "vitest";
import { attributesOf, linesOf } from "./attribute-lines.ts";

test("attributes are read a line at a time, and written the same", () => {
  const attributes = { Colour: "white", Size: "1,200 mm: long" };
  expect(attributesOf("Colour: white\n\n Size :1,200 mm: long \nlonely\n: x\ny:")).toEqual(attributes);
  expect(attributesOf(linesOf(attributes))).toEqual(attributes);
});
