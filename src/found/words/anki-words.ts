/** How Anki calls the back of a note, by language. */
export const backWords =
  'Back|Rückseite|Reverso|Dorso|Verso|Retro|Оборот|Обратная сторона|Зад|Tagakülg|背面|反面|裏面|裏'

/** The same for its front. */
export const frontWords =
  'Front|Vorderseite|Anverso|Frente|Recto|Fronte|Вопрос|Лицевая сторона|Esikülg|正面|表面|表'

/** And for note types with gaps, and for such that ask both ways. */
export const clozeTypes =
  /^(?:Cloze|Lückentext|Texte à trous|Respuesta anidada|Задание с пропусками|Lünkadega|填空题|填空|穴埋め)/i
export const reversedTypes =
  /revers|umgekehrt|gedreht|beidseitig|invers|invertid|обратн|pööratud|双向|反向|反转|反転|裏表|envers/i
