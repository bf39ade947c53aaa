import type { ExportedFile } from "@storehouse/domain";

/** Hands a file that came from the server to the browser's downloads. */
export function saveFile({ base64, fileName, mediaType }: ExportedFile): void {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([bytes], { type: mediaType }));
  const link = document.createElement("a");
  link.href = address;
  link.download = fileName;
  link.click();
  // The browser has taken the bytes once the click is over; the address only holds memory.
  setTimeout(() => URL.revokeObjectURL(address), 0);
}
