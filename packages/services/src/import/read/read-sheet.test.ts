import { strToU8, zipSync } from "fflate";
import { isRefused } from "@storehouse/testing";
import { expect, test } from "vitest";
import writeWorkbook from "write-excel-file/node";
import { readSheet } from "./read-sheet.ts";
import { numberText } from "./read-workbook.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const SHEET = "xl/worksheets/sheet1.xml";
const WORKBOOK = {
  "[Content_Types].xml": "<Types/>",
  "xl/workbook.xml":
    '<workbook xmlns:r="http://r"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>',
  "xl/_rels/workbook.xml.rels":
    '<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
};

const workbook = (sheetData: string): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries({ ...WORKBOOK, [SHEET]: `<worksheet><sheetData>${sheetData}</sheetData></worksheet>` }).map(
        ([name, text]) => [name, strToU8(text)],
      ),
    ),
  );

const row = (number: number, cells: string): string => `<row r="${number}">${cells}</row>`;
const text = (at: string, value: string): string => `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
const TITLES = row(1, text("A1", "Code") + text("B1", "Name") + text("C1", "Qty"));

test.each([
  ["commas", "Code,Name,Qty\r\nA-1,Fan,3\r\n"],
  ["tabs, as pasted", "Code\tName\tQty\nA-1\tFan\t3"],
  ["semicolons", "Code;Name;Qty\nA-1;Fan;3\n"],
  ["bars", "Code|Name|Qty\nA-1|Fan|3\n"],
  ["a named delimiter", "sep=;\r\nCode;Name;Qty\nA-1;Fan;3\n"],
  ["a mark of UTF-8", "\ufeffCode,Name,Qty\nA-1,Fan,3\n"],
])("%s", async (_, content) => {
  const sheet = { header: ["Code", "Name", "Qty"], rows: [["A-1", "Fan", "3"]], numbers: [2] };
  expect(await readSheet(bytes(content))).toEqual(sheet);
  expect(await readSheet(content)).toEqual(sheet);
});

test("Windows-1252 and UTF-16 are told from UTF-8", async () => {
  const name = 'Café 5µm – ½"';
  const content = `Code,Name\nA,"${name.replace('"', '""')}"\n`;
  const utf16 = Buffer.from(content, "utf16le");
  const cp1252 = Buffer.from(content.replace("–", "\u0096"), "latin1");
  const expected = [["A", name]];
  expect((await readSheet(bytes(content))).rows).toEqual(expected);
  expect((await readSheet(cp1252)).rows).toEqual(expected);
  expect((await readSheet(utf16)).rows).toEqual(expected);
  expect((await readSheet(Buffer.concat([Buffer.from([0xff, 0xfe]), utf16]))).rows).toEqual(expected);
  expect((await readSheet(Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(utf16).swap16()]))).rows).toEqual(
    expected,
  );
});

test("titles are found under a letterhead, blank rows are left out and numbers are those of the file", async () => {
  const sheet = await readSheet("Shree Fans\n\nItem code,Item name,,\n\nA,Fan,,\n , ,\nB,Blade\n");
  expect(sheet).toEqual({
    header: ["Item code", "Item name"],
    rows: [
      ["A", "Fan"],
      ["B", "Blade"],
    ],
    numbers: [5, 7],
  });
});

test("quotes, line breaks in cells, formulas as text, and a quote that never closes", async () => {
  const { rows } = await readSheet('Code,Name\nA,"two\nlines, ""quoted"""\nB,=cmd|\' /C calc\'!A0\nC,\'=1+1\n');
  expect(rows).toEqual([
    ["A", 'two\nlines, "quoted"'],
    ["B", "=cmd|' /C calc'!A0"],
    ["C", "=1+1"],
  ]);
  expect((await readSheet('Code,Name\nA,"6 inch fan\nB,Blade\n')).rows).toHaveLength(2);
});

test("a workbook gives texts, exact numbers, the values of formulas and dates", async () => {
  const sheet = await readSheet(
    workbook(
      TITLES +
        row(
          3,
          `${text("A3", "A-1")}<c r="B3" t="str"><f>UPPER("x")</f><v>X</v></c><c r="C3"><f>1/10</f><v>0.10000000000000001</v></c>`,
        ) +
        row(5, `<c r="A5"><v>8901234567890</v></c><c r="B5" t="b"><v>1</v></c><c r="C5"><v>1.5E-3</v></c>`),
    ),
  );
  expect(sheet).toEqual({
    header: ["Code", "Name", "Qty"],
    rows: [
      ["A-1", "X", "0.1"],
      ["8901234567890", "TRUE", "0.0015"],
    ],
    numbers: [3, 5],
  });
});

test("a workbook of the writing library, with the list on its second sheet", async () => {
  const file = await writeWorkbook([
    { sheet: "Cover", data: [["Shree Fans"], ["Stock as on 31 March"]] },
    {
      sheet: "Items",
      data: [
        ["Code", "Name", "Qty"],
        ["A-1", "Fan & <Co>", 12.25],
      ],
    },
  ]).toBuffer();
  expect(await readSheet(file)).toEqual({
    header: ["Code", "Name", "Qty"],
    rows: [["A-1", "Fan & <Co>", "12.25"]],
    numbers: [2],
  });
});

test.each([
  ["12", "12"],
  ["0.10000000000000001", "0.1"],
  ["0.30000000000000004", "0.3"],
  ["1234.5", "1234.5"],
  ["1E-7", "0.0000001"],
  ["-2.5E-4", "-0.00025"],
  ["1.5E+17", "150000000000000000"],
  ["1.2345678901234501E+25", "12345678901234500000000000"],
  ["12345678901234567890", "12345678901234567890"],
])("the number cell %s is %s", (stored, shown) => expect(numberText(stored)).toBe(shown));

test.each([
  ["nothing", "", "EMPTY"],
  ["blank cells", " , ,\n,\n", "EMPTY"],
  ["titles alone", "Code,Name\n", "NO_ROWS"],
  ["a page", "<html><table><tr><td>Code</td></tr></table></html>", "HTML"],
  ["a PDF", "%PDF-1.7\n...", "PDF"],
  ["binary", `\u0000\u0001\u0002\u0003${"\u0005".repeat(50)}`, "BINARY"],
])("%s is unreadable", async (_, content, reason) => {
  await expect(readSheet(bytes(content))).rejects.toMatchObject({ failure: { code: "FILE_UNREADABLE", reason } });
});

test("an old workbook, an archive of something else and a broken one are unreadable", async () => {
  const refused = (reason: string) => ({ failure: { code: "FILE_UNREADABLE", reason } });
  await expect(readSheet(Buffer.from("d0cf11e0a1b11ae1", "hex"))).rejects.toMatchObject(refused("XLS"));
  await expect(readSheet(zipSync({ "a.txt": bytes("hello") }))).rejects.toMatchObject(refused("NOT_A_SHEET"));
  const whole = workbook(TITLES + row(2, text("A2", "x")));
  await expect(readSheet(whole.slice(0, whole.length / 2))).rejects.toMatchObject({
    failure: { code: "FILE_UNREADABLE" },
  });
  await expect(readSheet(workbook("<row"))).rejects.toMatchObject({ failure: { code: "FILE_UNREADABLE" } });
});

test("too many rows and too many columns are refused", async () => {
  const tooLarge = (what: string) => ({ failure: { code: "TOO_LARGE", what } });
  await expect(readSheet(`Code,Name\n${"A,B\n".repeat(10_001)}`)).rejects.toMatchObject(tooLarge("rows"));
  await expect(readSheet(`Code,Name\n${"A,".repeat(100)}\n`)).rejects.toMatchObject(tooLarge("columns"));
  await expect(readSheet(workbook(TITLES + row(1_048_576, text("XFD1048576", "x"))))).rejects.toMatchObject(
    tooLarge("rows"),
  );
});

const zeros = new Uint8Array(80_000_000);
const bombs = {
  "a worksheet of zeros": () => zipSync({ "xl/workbook.xml": strToU8("<w/>"), [SHEET]: zeros }, { level: 1 }),
  "zeros outside the workbook": () => zipSync({ "xl/workbook.xml": strToU8("<w/>"), "docProps/x.bin": zeros }),
  "a renamed archive of nothing but zeros": () => zipSync({ "a.csv": zeros }),
  "an archive in an archive": () =>
    zipSync({ "a.zip": zipSync({ "b.zip": zipSync({ "c.xml": zeros }) }), "d.xml": zeros }),
  "two thousand entries": () =>
    zipSync(Object.fromEntries(Array.from({ length: 2_000 }, (_, at) => [`${at}.xml`, strToU8("x")]))),
  "a forged size": () => forge(zipSync({ "xl/workbook.xml": strToU8("<w/>"), [SHEET]: zeros }, { level: 1 })),
};

/** Writes a small size over each header's claim of what the entry unfolds to. */
function forge(archive: Uint8Array): Uint8Array {
  const buffer = Buffer.from(archive);
  for (const [signature, offset] of [
    ["504b0304", 22],
    ["504b0102", 24],
  ] as const) {
    for (let at = buffer.indexOf(signature, 0, "hex"); at >= 0; at = buffer.indexOf(signature, at + 4, "hex")) {
      buffer.writeUInt32LE(100, at + offset);
    }
  }
  return buffer;
}

test.each(Object.entries(bombs))("%s is refused and leaves no memory behind", async (_, make) => {
  const bomb = make();
  const before = process.memoryUsage().rss;
  const refused = await readSheet(bomb).catch((error: unknown) => error);
  expect([isRefused("TOO_LARGE"), isRefused("FILE_UNREADABLE")].some((check) => check(refused))).toBe(true);
  expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
});
