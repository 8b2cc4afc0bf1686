/**
 * Names that Logseq, Obsidian's Dataview and the like write before `::` to say something about a
 * note or a block, in small letters.
 */
export const propertyNames: ReadonlySet<string> = new Set(
  `id collapsed tag tags alias aliases title type status template template-including-parent public author authors
  date created updated modified due done completion completed start scheduled deadline priority rating source
  sources url link links up down next prev previous parent parents child children related see same similar file
  file-path icon heading category categories topic topics project area class cssclass cssclasses publish lang
  language version isbn doi year publisher journal pages progress mood weather summary description location deck
  filters query query-table query-properties background-color exclude-from-graph-view ls-type hl-page hl-color
  hl-type hl-stamp repeat recurrence time duration people attendees participants owner assignee
  теги автор дата статус тип источник erstellt geändert autor datum quelle etiquetas fecha autor fuente
  标签 作者 日期 状态 状態 类型 來源 来源 タグ 著者 日付 sildid kuupäev märksõnad`.split(/\s+/)
)
