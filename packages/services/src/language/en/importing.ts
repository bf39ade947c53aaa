/** Why an import came to nothing. */
export const importing = {
  openedMeanwhile: "Stock was booked in the meantime at a place the sheet opens. Check the sheet again.",
  users: "Your plan allows {allowed} people. Put some out of use, or ask for a larger plan.",
  products: "Your plan allows {allowed} products. Put some out of use, or ask for a larger plan.",
  locations: "Your plan allows {allowed} locations. Put some out of use, or ask for a larger plan.",
  limit: "The sheet adds more than there is room for: {allowed} at most. Put some out of use, or add fewer.",
  changedMeanwhile: "Something the sheet is about was changed in the meantime. Check the sheet again.",
  busy: "The database was busy or away. Start the import again.",
  addedMeanwhile: "Somebody added the same in the meantime. Check the sheet again.",
  failed: "The import failed and nothing was written.",
} as const;
