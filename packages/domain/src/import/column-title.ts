import type { Language } from "../user/language.ts";
import type { ImportField } from "./import.ts";

const TITLES: Readonly<Record<Language, Readonly<Record<ImportField, string>>>> = {
  en: {
    code: "Code",
    name: "Name",
    description: "Description",
    category: "Category",
    subcategory: "Subcategory",
    sourceType: "Source",
    unit: "Unit",
    packUnit: "Pack unit",
    packSize: "Pack size",
    barcode: "Barcode",
    minimumStock: "Minimum stock",
    price: "Price",
    cost: "Cost",
    supplier: "Supplier",
    location: "Location",
    quantity: "Quantity",
    sku: "Sku",
    variantName: "Variant",
  },
  hi: {
    code: "कोड",
    name: "नाम",
    description: "विवरण",
    category: "श्रेणी",
    subcategory: "उपश्रेणी",
    sourceType: "बनता है या ख़रीदा जाता है",
    unit: "इकाई",
    packUnit: "पैक की इकाई",
    packSize: "पैक में कितनी इकाइयाँ",
    barcode: "बारकोड",
    minimumStock: "न्यूनतम",
    price: "क़ीमत",
    cost: "एक की लागत",
    supplier: "सप्लायर",
    location: "जगह",
    quantity: "मौजूद मात्रा",
    sku: "प्रकार का कोड",
    variantName: "प्रकार का नाम",
  },
};

/** The names of the fields as our own export writes them: what the import reads back first of all. */
export const columnTitles = (language: Language): Readonly<Record<ImportField, string>> => TITLES[language];

/** The name of one field as our own export writes it. */
export const columnTitle = (field: ImportField, language: Language): string => TITLES[language][field];
