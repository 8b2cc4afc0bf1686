/** What names an answer, and what may stand beside that word. */
const names =
  'answers?|solutions?|antwort(?:en)?|lösung(?:en)?|respuestas?|soluci(?:ón|ones)|respostas?|soluç(?:ão|ões)|risposta|soluzione|réponses?|solutions?|corrigé|ответы?|решени[ея]|vastus(?:ed)?|lahendus(?:ed)?|odpowied[zź]i?'
const besides =
  'show|reveal|see|view|click|tap|here|to|for|the|your|my|correct|model|zeigen|anzeigen|einblenden|die|zur|der|mostrar|ver|la|las|afficher|voir|les?|показать|правильный|näita|õige|pokaż'
const reveals = new RegExp(
  `^(?:(?:${besides})[ \\t]+){0,5}(?:${names})(?:[ \\t]+(?:${besides}|key|\\d{1,3})){0,3}$`,
  'iu'
)
const eastern =
  /^(?:(?:点击|點擊|点击这里|查看|顯示|显示|参考|參考|看|正确|正確|クリックして)*)(?:答案|解答|答え|回答|解説|答)(?:(?:を|は)?(?:見る|表示|こちら))?$/u

/** Whether a fold says no more than that the answer is in it: `Show answer`, `Lösung`, `查看答案`. */
export function revealsAnswer(words: string): boolean {
  const said = words.replace(/[*_]+|[\s:：.!…▼▶👇]+$/gu, '').trim()
  return reveals.test(said) || eastern.test(said)
}
