/** How every zip is written: same files, same bytes, whenever they are zipped; 1980 is the earliest time a zip can hold. */
export const zipForm = {
  extendedTimestamp: false,
  lastModDate: new Date(1980, 0, 1),
  zip64: false
} as const
