import bwip from "bwip-js/node";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const [WIDTH, HEIGHT] = [640, 480];
const [WHITE, BLACK, GREY] = [235, 16, 128];

/** A film for Chromium's fake camera that shows a code as the bars of Code 128, and where its file stands. */
export function filmOf(text: string): string {
  const file = join(mkdtempSync(join(tmpdir(), "storehouse-film-")), "label.y4m");
  const luma = Buffer.alloc(WIDTH * HEIGHT, WHITE);
  const widths = widthsOf(text);
  const modules = widths.reduce((sum, width) => sum + width, 0);
  const scale = Math.floor((WIDTH * 0.8) / modules);
  let x = Math.floor((WIDTH - modules * scale) / 2);
  for (const [index, width] of widths.entries()) {
    // Bars and gaps take turns.
    if (index % 2 === 0) {
      for (let y = HEIGHT / 4; y < (HEIGHT * 3) / 4; y += 1)
        luma.fill(BLACK, y * WIDTH + x, y * WIDTH + x + width * scale);
    }
    x += width * scale;
  }
  const chroma = Buffer.alloc((WIDTH * HEIGHT) / 2, GREY);
  const head = `YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`;
  const frame = Buffer.concat([Buffer.from("FRAME\n"), luma, chroma]);
  writeFileSync(file, Buffer.concat([Buffer.from(head), frame, frame]));
  return file;
}

function widthsOf(text: string): readonly number[] {
  const [drawn] = bwip.raw({ bcid: "code128", text });
  if (drawn === undefined || !("sbs" in drawn)) throw new Error("not drawn as bars");
  return drawn.sbs;
}
