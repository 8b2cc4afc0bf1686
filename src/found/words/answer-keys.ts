/** What stands above the answers to numbered questions, by language. */
const titles: readonly string[] = [
  '(?:the )?(?:correct )?answers?(?: keys?| sheet| section)?|(?:answer )?keys?|solutions?(?: keys?)?',
  '(?:richtige )?antworten|antwortschlüssel|lösung(?:en|sschlüssel|steil)?|musterlösung(?:en)?',
  'réponses?(?: correctes)?|corrigés?|correction|solutions',
  'respuestas?(?: correctas)?|soluciones|solucionario|clave(?: de respuestas)?|respostas|gabarito',
  'risposte|soluzioni',
  'ответы|ключи?|решения|відповіді|ключі',
  'vastused|lahendused|võti|vastaukset|ratkaisut',
  'odpowiedzi|klucz(?: odpowiedzi)?|rozwiązania',
  'antwoorden|oplossingen|svar|facit|løsninger|cevaplar|cevap anahtarı',
  '(?:参考|正确|參考|正確)?答案|解答|答え|正解|模範解答|정답|해답|답안',
  'الإجابات|الأجوبة|תשובות'
]

/** Such words at the begin of a line, all of it or with a colon behind them; groups: what follows on the line. */
export const answerKey = new RegExp(
  String.raw`^[*_]*(?:${titles.join('|')})(?:[ \t]+(?:to|zu|aux?|a|к)[ \t][^:：]{1,40}|[ \t]*[(（][^()（）]{1,40}[)）])?[*_]*[ \t]*(?:[:：][*_]*[ \t]*(?<rest>.*))?[*_]*$`,
  'iu'
)

/** A text without it holds no such title. */
export const answerKeySign = new RegExp(
  String.raw`(?:^|[\s#*_>])(?:${titles.join('|')})(?!\p{L})`,
  'imu'
)

/** The source of a block that does not begin so is none. */
export const answerKeyBegin = new RegExp(
  String.raw`^[\s#*_]*(?:${titles.join('|')})(?!\p{L})`,
  'iu'
)
