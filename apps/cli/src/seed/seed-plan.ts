import type { Role } from "@storehouse/domain";

/** A person to add besides the first master. */
export type SeedPerson = Readonly<{ username: string; name: string; role: Role }>;

/** A factory to look at: its names, people, and how busy it is. */
export type SeedFactory = Readonly<{
  dbName: string;
  factoryName: string;
  master: Readonly<{ username: string; name: string }>;
  people: readonly SeedPerson[];
  products: number;
  /** Days between one busy day and the next. */
  everyDays: number;
  start: number;
}>;

/** How far back the entries go. */
export const SEED_DAYS = 182;

/** The two factories, under names that begin with the prefix. */
export const seedFactories = (prefix: string): readonly SeedFactory[] => [
  {
    dbName: `${prefix}shree_fans`,
    factoryName: `${prefix}Shree Ganesh Fans`,
    master: { username: "asha", name: "Asha Rao" },
    people: [
      { username: "meera", name: "Meera Iyer", role: "manager" },
      { username: "ravi", name: "Ravi Kumar", role: "employee" },
      { username: "sunil", name: "Sunil Patil", role: "employee" },
      { username: "kiran", name: "Kiran Shah", role: "viewer" },
    ],
    products: 200,
    everyDays: 1,
    start: 7,
  },
  {
    dbName: `${prefix}vayu_coolers`,
    factoryName: `${prefix}Vayu Coolers`,
    master: { username: "omar", name: "Omar Khan" },
    people: [
      { username: "divya", name: "Divya Nair", role: "manager" },
      { username: "joseph", name: "Joseph Dsouza", role: "employee" },
      { username: "lata", name: "Lata Desai", role: "viewer" },
    ],
    products: 200,
    everyDays: 4,
    start: 11,
  },
];
