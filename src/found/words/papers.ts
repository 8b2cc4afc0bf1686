/**
 * Headings that tell a paper in which a bold word before a colon is no term: pages of a project,
 * minutes, recipes. Small letters; a heading counts where it is such a word or begins with it.
 */
export const paperHeadings = {
  project:
    /^(?:installation|installing|install|usage|licen[sc]e|contributing|contributors|getting started|quick ?start|features|changelog|api reference|requirements|prerequisites|configuration|development|roadmap|acknowledge?ments|built with|support|deployment|lizenz|verwendung|beitragen|licencia|instalación|uso|licence|utilisation|установка|использование|лицензия|paigaldamine|kasutamine|litsents|安装|安裝|使用|使用方法|许可证|贡献|インストール|使い方|ライセンス)(?![\p{L}])/iu,
  meeting:
    /^(?:attendees|attendance|participants|present|agenda|action items?|actions|minutes|decisions?|next steps|stand-?up|retro(?:spective)?|teilnehmer|anwesend|tagesordnung|beschlüsse|asistentes|orden del día|acuerdos|participants|ordre du jour|décisions|участники|повестка|решения|osalejad|päevakord|otsused|参会人员|與會人員|议程|決議|决议|参加者|出席者|議題|決定事項)(?![\p{L}])|\b(?:meeting|minutes|sync|stand-?up|1:1)\b|besprechung|sitzung|elternabend|(?:mitglieder|haupt|eigentümer|voll)versammlung|reunión|réunion|совещани|собрани|koosolek|会议|會議|ミーティング|議事録|^change ?log\b|^release notes\b/iu,
  recipe:
    /^(?:ingredients|zutaten|ingredientes|ingrédients|ингредиенты|koostisosad|材料|配料|用料)(?![\p{L}])/iu
}

/** A line that says who was there, as minutes begin. */
export const attendance =
  /^[ \t>*_-]*(?:attendees|attending|participants|present|apologies|anwesend(?:e)?|teilnehmer(?:innen|\/-innen)?|teilnehmende|entschuldigt|asistentes|presentes|ausentes|participants|présents|excusés|участники|присутствовали|osalejad|kohal|puudusid|参会人员|與會人員|出席者|参加者)[*_]*[ \t]*[:：]/imu

/** Names of files that are no notes to learn from. */
export const projectFiles =
  /^(?:readme|changelog|changes|contributing|license|licence|security|code_of_conduct|install|todo|history|news|authors)\b/i
