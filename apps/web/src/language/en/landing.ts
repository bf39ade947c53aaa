export const landing = {
  aDatabaseOfYourOwn: "A database of your own",
  yourFactorysRecordsStandIn:
    "Your factory's records stand in a database that no other factory's account can open. Not a filter: a lock.",
  undoAnything: "Undo anything",
  booked160000For16:
    "Booked 160,000 for 16,000? One press takes it back, and both stay in the ledger with name and time.",
  numbersThatProveThemselves: "Numbers that prove themselves",
  everyQuantityIsTheSum:
    "Every quantity is the sum of its entries. One press checks all of them against the ledger, to the last gram.",
  knowWhatIsInYour: "Know what is in your factory, to the last bolt.",
  storehouseKeepsTheStockOf:
    "Storehouse keeps the stock of small factories: what there is, where it lies, who moved it. Quick enough to book while you carry it.",
  steelRod12Mm: "Steel rod 12 mm",
  mainStore: "Main store",
  hexBoltM1040: "Hex bolt M10 × 40",
  bearing62042rs: "Bearing 6204-2RS",
  assemblyFloor: "Assembly floor",
  powderCoatGrey: "Powder coat, grey",
  paintRoom: "Paint room",
  gateHingeLeft: "Gate hinge, left",
  enough: "Enough",
  outOfStock: "Out of stock",
  theStockPageOfStorehouse:
    "The stock page of Storehouse: products with their place, what is on hand, and whether it is enough",
  n38PcsBookedIn: "38 pcs booked in",
  signIn: "Sign in",
  startFree: "Start free",
  shop: "Shop",
  low: "Low",
  home: "Home",
  stock: "Stock",
  entries: "Entries",
  products: "Products",
  onHand: "On hand",
  state: "State",
  undo: "Undo",
} as const;
