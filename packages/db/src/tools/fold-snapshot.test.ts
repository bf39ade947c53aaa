import { expect, test } from "vitest";
import { foldSnapshot } from "./fold-snapshot.ts";

const PARENT = "CREATE TABLE `parents` (\n\t`id` int NOT NULL,\n\tCONSTRAINT `parents_id` PRIMARY KEY(`id`)\n);";
const CHILD = "CREATE TABLE `children` (\n\t`parent_id` int NOT NULL\n);";

test("indexes and foreign keys move into their table", () => {
  const folded = foldSnapshot([
    PARENT,
    CHILD,
    "ALTER TABLE `children` ADD CONSTRAINT `children_fk` FOREIGN KEY (`parent_id`) REFERENCES `parents`(`id`);",
    "CREATE INDEX `children_ix` ON `children` (`parent_id`);",
  ]);
  expect(folded).toEqual([
    PARENT,
    "CREATE TABLE `children` (\n\t`parent_id` int NOT NULL,\n\tCONSTRAINT `children_fk` FOREIGN KEY (`parent_id`) REFERENCES `parents`(`id`),\n\tKEY `children_ix` (`parent_id`)\n);",
  ]);
});

test("a statement it does not know is refused, not lost", () => {
  expect(() => foldSnapshot([PARENT, "INSERT INTO `parents` VALUES (1);"])).toThrow("unknown form");
});
