/** What the console says of work that changes where a factory is, its keys, or ends it. */
export const U = {
  heading: "Care and end",
  headingHint: "The worker does these. How far it is stands under “Work asked for”.",
  move: "Move…",
  moveName: "Database server",
  moveHint: (server: string) => `It is on ${server}.`,
  moveNone: "There is no other server: name one in DATABASE_SERVERS of the worker.",
  moveTitle: (name: string) => `Move ${name} to another server?`,
  moveText:
    "It is saved and tried on the new server while its people work. Then it is closed for as long as one more copy takes, some seconds for most, and its pages say that it is being moved. If anything is not right, it stays where it is. The old database is kept for a week.",
  moveTo: "Move to",
  moveNow: "Move it",
  chooseServer: "Choose a server",
  serverHint: (version: string, factories: number) =>
    `${version}, ${factories} ${factories === 1 ? "factory" : "factories"}`,
  password: "Change…",
  passwordName: "Database password",
  passwordHint: "Only the service knows it.",
  passwordTitle: (name: string) => `Give ${name} a new database password?`,
  passwordText:
    "For half a minute the former password and the new one are both good, so that no request fails. Nobody notices, and nobody signs in anew.",
  passwordNow: "Change it",
  archive: "Archive…",
  archiveName: "Archive",
  archiveHint: "Its people are signed out. It is saved a last time, and can be opened again until it is deleted.",
  archiveTitle: (name: string) => `Archive ${name}?`,
  archiveText:
    "Its people are signed out within seconds and can't sign in any more. It is saved, and that backup is restored to see that it is good. You can reactivate it until it is deleted; seven days from now an owner can delete it.",
  archiveNow: "Archive it",
  remove: "Delete…",
  removeName: "Delete for good",
  removeFirst: "It has to be archived for seven days first.",
  removeFrom: (when: string) => `From ${when} on, by typing its name.`,
  removeReady: "Its database, its user, its backups and its key are destroyed. Nobody can bring it back.",
  removeTitle: (name: string) => `Delete ${name} for good?`,
  removeText: (people: string) =>
    `Its database, its user, all its backups and its key are destroyed: ${people}. Nobody can bring them back, from no backup either. The names of factory and database stay taken.`,
  typeName: (dbName: string) => `Type ${dbName} to go on`,
  removeNow: "Delete for good",
  asked: "The worker has been asked.",
  work: "Work asked for",
  noWork: "None yet.",
  kind: {
    "factory.resync": "Sync connections",
    "factory.migrate": "Bring up to date",
    "factory.rotatePassword": "New database password",
    "factory.move": "Move to another server",
    "factory.archive": "Archive",
    "factory.delete": "Delete",
    "keys.rotate": "Lock secrets anew",
  },
  jobState: { QUEUED: "Waiting", RUNNING: "At work", DONE: "Done", FAILED: "Failed" },
  step: {
    checking: "Looking at both servers",
    rehearsing: "Saving it and trying it on the new server; its people work on",
    closing: "Closing it",
    copying: "Taking the last copy",
    proving: "Proving that it is the same",
    opening: "Opening it there",
    closed: "Closed; taking the last backup",
    saved: "Saved; restoring that to see",
    kept: "Both passwords are good for half a minute",
  },
  movedTo: (to: string, rows: string, seconds: string) => `Now on ${to}: ${rows} rows, closed for ${seconds} s`,
  fleet: "Servers and upkeep",
  fleetHint: "What concerns all factories at once.",
  onServer: (count: number) => `${count} ${count === 1 ? "factory" : "factories"}`,
  noServers: "The worker has written none down yet.",
  migrations: "Migrations of the fleet run",
  migrationsHint: "Off, factories that are behind stay so until it is on again; those at it come to an end.",
  pausedBy: (who: string) => `Switched off by ${who}.`,
  keys: "Encryption keys",
  keysHint: "Locks every secret with the newest key of STOREHOUSE_KEYS, without a pause for anybody.",
  keysLast: (when: string) => `Last done ${when}.`,
  rotate: "Rotate…",
  rotateTitle: "Lock every secret with the newest key?",
  rotateText:
    "Put the new key first in STOREHOUSE_KEYS of web and worker and start both anew before this. Nobody's work is cut off. Keep the former key until the report says that nothing needs it.",
  rotateNow: "Rotate keys",
} as const;

/** The actions of the service's log that belong to it. */
export const UPKEEP_ACTIONS = {
  "factory.delete": "Deleted",
  "factory.archive": "Archived",
  "factory.rotatePassword": "Database password changed",
  "factory.migrate.request": "Migration asked for",
  "factory.move.request": "Move asked for",
  "factory.move": "Moved to another server",
  "factory.moveFailed": "Move given up",
  "factory.rotatePassword.request": "New database password asked for",
  "factory.archive.request": "Archiving asked for",
  "factory.delete.request": "Deletion asked for",
  "keys.rotate.request": "New lock of secrets asked for",
  "keys.rotate": "Secrets locked anew",
  "fleet.pause": "Migrations switched off",
  "fleet.resume": "Migrations switched on",
} as const;

/** What a job is called. */
export function kindWords(kind: string): string {
  const words: Readonly<Record<string, string>> = U.kind;
  return words[kind] ?? kind;
}

/** How far a job is, in words. */
export function stepWords(step: string): string {
  const words: Readonly<Record<string, string>> = U.step;
  return words[step] ?? step;
}
