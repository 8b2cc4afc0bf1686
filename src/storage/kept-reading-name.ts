/**
 * Name of the database that holds what was read of the project opened last. It is nothing but quick: without
 * it the texts are read again.
 */
export const keptReadingName = 'laegna-reading'
