import { IMPORT_LIMITS } from "@storehouse/domain";

/** A chosen file as the API takes it; null when it is larger than a sheet may be. */
export async function readFile(file: File): Promise<{ kind: "file"; base64: string } | null> {
  if (file.size > IMPORT_LIMITS.fileBytes) return null;
  const address = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(typeof reader.result === "string" ? reader.result : "");
    reader.onerror = () => reject(reader.error ?? new Error("the file can't be read"));
    reader.readAsDataURL(file);
  });
  // "data:<type>;base64,<bytes>": what is wanted follows the comma.
  return { kind: "file", base64: address.slice(address.indexOf(",") + 1) };
}
