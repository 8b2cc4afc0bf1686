/** The tables that every package has: Anki's schema 11, which all of its versions read (A3). */
export const schema = `
CREATE TABLE col (id integer PRIMARY KEY, crt integer NOT NULL, mod integer NOT NULL,
  scm integer NOT NULL, ver integer NOT NULL, dty integer NOT NULL, usn integer NOT NULL,
  ls integer NOT NULL, conf text NOT NULL, models text NOT NULL, decks text NOT NULL,
  dconf text NOT NULL, tags text NOT NULL);
CREATE TABLE notes (id integer PRIMARY KEY, guid text NOT NULL, mid integer NOT NULL,
  mod integer NOT NULL, usn integer NOT NULL, tags text NOT NULL, flds text NOT NULL,
  sfld integer NOT NULL, csum integer NOT NULL, flags integer NOT NULL, data text NOT NULL);
CREATE TABLE cards (id integer PRIMARY KEY, nid integer NOT NULL, did integer NOT NULL,
  ord integer NOT NULL, mod integer NOT NULL, usn integer NOT NULL, type integer NOT NULL,
  queue integer NOT NULL, due integer NOT NULL, ivl integer NOT NULL, factor integer NOT NULL,
  reps integer NOT NULL, lapses integer NOT NULL, left integer NOT NULL, odue integer NOT NULL,
  odid integer NOT NULL, flags integer NOT NULL, data text NOT NULL);
CREATE TABLE revlog (id integer PRIMARY KEY, cid integer NOT NULL, usn integer NOT NULL,
  ease integer NOT NULL, ivl integer NOT NULL, lastIvl integer NOT NULL, factor integer NOT NULL,
  time integer NOT NULL, type integer NOT NULL);
CREATE TABLE graves (usn integer NOT NULL, oid integer NOT NULL, type integer NOT NULL);
`

export const insertCollection = `INSERT INTO col VALUES (1, ?, ?, ?, 11, 0, 0, 0, '{}', ?, ?, '{}', '{}')`
export const insertNotes = 'INSERT INTO notes VALUES'
/** The fields come as bytes: of long texts sql.js would write each character by itself. */
export const noteRow = "(?, ?, ?, ?, -1, ?, CAST(? AS TEXT), CAST(? AS TEXT), ?, 0, '')"

/**
 * The cards of notes that follow each other in one deck, with these numbers each. `?1` is the id of the
 * very first note, `?2` the deck, `?3` and `?4` the ids of the notes from the first to the last, `?5` the
 * id of their first card.
 */
export function insertCards(ordinals: number[]): string {
  const rows = ordinals.map((ordinal, at) => `(${String(at)}, ${String(ordinal)})`).join()
  return `INSERT INTO cards
    SELECT ?5 + (id - ?3) * ${String(ordinals.length)} + ord.column1, id, ?2, ord.column2, mod, -1,
      0, 0, id - ?1 + 1, 0, 0, 0, 0, 0, 0, 0, 0, ''
    FROM notes, (VALUES ${rows}) AS ord WHERE id BETWEEN ?3 AND ?4 ORDER BY id, ord.column1`
}
