import writeWorkbook, { type Cell } from "write-excel-file/node";
import { type FanPart, fanParts } from "../sample/fan-parts.ts";

/** Titles as a factory's own sheet has them, none of them ours. */
export const MESSY_TITLES = [
  "Item code",
  "Item Name",
  "Type",
  "Group",
  "UOM",
  "Opening Qty",
  "Rate (Rs.)",
  "MRP",
  "Min. Stock",
  "Vendor",
  "Godown",
  "Bar code",
  "Remarks",
];

const TYPES = { raw: "RM", semi: "Semi Finished", finished: "Finished Goods", consumable: "Consumables" } as const;
const UNITS = {
  pcs: ["Nos.", "PCS", "pc"],
  kg: ["Kgs", "KG", "kg"],
  l: ["Ltr", "l", "Litre"],
  set: ["Set"],
  roll: ["Rolls"],
} as const;
const REMARKS = [
  "",
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("http://example.com","click")',
  "+91 98200 00000",
  "@ rack 4",
  "-- check --",
  'said "urgent", twice',
  "two\nlines",
];

/**
 * A sheet as a fan factory keeps it: a letterhead, blank and repeated rows, units and currency in cells, thousands separators of three kinds,
 * formulas as text, names in Hindi (or, for Windows-1252, with accents). `count` products; always the same rows.
 */
export function messyRows(count: number, letters: "hindi" | "western" = "hindi"): string[][] {
  const rows = fanParts(count).map((part, at) => messyRow(part, at, letters));
  return [
    ["Shree Ganesh Fans Pvt. Ltd."],
    ["Stock statement as on", "31/03/2026"],
    [],
    MESSY_TITLES,
    ...rows.flatMap((row, at) =>
      at % 97 === 96 ? [row, MESSY_TITLES.map(() => " "), []] : at % 61 === 60 ? [row, row] : [row],
    ),
  ];
}

function messyRow(part: FanPart, at: number, letters: "hindi" | "western"): string[] {
  const units: readonly string[] = UNITS[part.unit];
  return [
    at % 5 === 0 ? part.code.toLowerCase() : ` ${part.code} `,
    messyName(part, at, letters),
    TYPES[part.category],
    part.group,
    units[at % units.length] ?? part.unit,
    messyQuantity(part.quantity, part.unit, at),
    at % 3 === 0 ? `₹ ${indian(part.cost)}`.replace("₹", letters === "hindi" ? "₹" : "Rs.") : `${indian(part.cost)}`,
    part.price === null ? "-" : at % 2 === 0 ? `Rs. ${indian(part.price)}/-` : part.price,
    at % 7 === 0 ? "N/A" : part.minimumStock,
    part.supplier ?? "",
    at % 4 === 0 ? part.location.toUpperCase() : part.location,
    at % 9 === 0 ? `89012${String(10_000_000 + at)}` : "",
    REMARKS[at % REMARKS.length] ?? "",
  ];
}

function messyName({ name }: FanPart, at: number, letters: "hindi" | "western"): string {
  if (at % 11 === 0) return letters === "hindi" ? `${name} — पंखा ${at}` : `${name} – qualité supérieure ½" é${at}`;
  if (at % 13 === 0) return `  ${name}, 9" "heavy duty" `;
  return at % 17 === 0 ? `=${name}` : name;
}

function messyQuantity(quantity: string, unit: FanPart["unit"], at: number): string {
  switch (at % 8) {
    case 0:
      return `${quantity} ${UNITS[unit][0]}`;
    case 1:
      return indian(quantity);
    case 2:
      return Number(quantity).toLocaleString("en-US", { maximumFractionDigits: 2 });
    case 3:
      return `  ${quantity} `;
    case 4:
      return unit === "kg" ? Number(quantity).toLocaleString("de-DE", { minimumFractionDigits: 2 }) : quantity;
    case 5:
      return at % 3 === 0 ? "nil" : quantity;
    default:
      return quantity;
  }
}

/** 1,23,456.50: the last three digits, then pairs. */
const indian = (text: string): string => Number(text).toLocaleString("en-IN", { maximumFractionDigits: 2 });

const csvCell = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** The rows as a CSV in UTF-8, or in Windows-1252 as older programs save it. */
export function messyCsv(rows: readonly (readonly string[])[], encoding: "utf-8" | "windows-1252"): Uint8Array {
  const text = rows.map((row) => row.map(csvCell).join(",")).join("\r\n");
  if (encoding === "utf-8") return new TextEncoder().encode(text);
  return Buffer.from(text.replaceAll("–", "\u0096"), "latin1");
}

/** The rows as a workbook: what is a number stands as one, and a column of formulas stands at the end. */
export function messyWorkbook(rows: readonly (readonly string[])[]): Promise<Buffer> {
  return writeWorkbook(
    rows.map((row, at) => [
      ...row.map(workbookCell),
      ...(at > 3 ? [{ type: "Formula" as const, value: `=F${at + 1}*G${at + 1}` }] : []),
    ]),
    { sheet: "Stock" },
  ).toBuffer();
}

function workbookCell(text: string): Cell {
  if (text === "") return null;
  return /^\d{1,15}(\.\d{1,4})?$/.test(text) ? { type: Number, value: Number(text) } : { type: String, value: text };
}
