/** Days between the archiving of a factory and the first moment it may be deleted. */
export const DELETION_DAYS = 7;

/** When an archived factory may be deleted. */
export const deletableFrom = (archivedAt: Date): Date =>
  new Date(archivedAt.getTime() + DELETION_DAYS * 24 * 60 * 60_000);
