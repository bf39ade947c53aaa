export const sample = {
  loading: "Loading the sample…",
  load: "Load a sample factory",
  gone: "The sample is gone.",
  goneAndKept: "The sample is gone. {count} {count, plural, one {product} other {products}} stayed as your own.",
  removeTheSampleAsked: "Remove the sample?",
  whatGoes:
    "Its products, places and suppliers are archived and its stock goes to nothing. What you made yourself stays. The entries stay in the ledger, undone, so that every sum still ties.",
  keepCounted: "Keep {count} {count, plural, one {product} other {products}}",
  removeEverything: "Remove everything",
  removeTheSample: "Remove the sample",
  youBooked:
    "You booked {entries} {entries, plural, one {entry} other {entries}} of your own on {products} {products, plural, one {sample product} other {sample products}}. Keep those products with all their stock, or remove them too: your entries are then undone like the sample's.",
  thisIsASample: "This is a sample factory to look around in. Book, change and undo what you like.",
  isHere: "A sample factory is here: {products} products and four weeks of work in {entries} entries.",
} as const;
