/** A backup, a check or a restore that came to nothing. The message is a reason in plain words, fit for a factory's master. */
export class BackupFailed extends Error {
  constructor(reason: string, options?: ErrorOptions) {
    super(reason, options);
    this.name = "BackupFailed";
  }
}

/** An archive that is not what it claims to be: nothing of it may reach a database. */
export class ArchiveRefused extends BackupFailed {
  constructor(reason: string, options?: ErrorOptions) {
    super(reason, options);
    this.name = "ArchiveRefused";
  }
}
