/** How a project stands to its last backup. */
export interface BackupStand {
  /** Of the project now, and when it was backed up last; each save adds one. */
  revision: number
  backedUp: number
  /** Milliseconds since 1970: of the last backup, else when the project was made. */
  since: number
  /** When somebody last said "later"; 0 for never. */
  later: number
}

const saves = 500
const day = 24 * 60 * 60 * 1000
/** Some hours of work, and not all of it today. */
const wait = 3 * day
const pause = 7 * day

/** Whether much has changed since the last backup, and nobody was asked of late. */
export function isBackupDue(
  { revision, backedUp, since, later }: BackupStand,
  now: number
): boolean {
  return revision - backedUp >= saves && now - since >= wait && now - later >= pause
}
