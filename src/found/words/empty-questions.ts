/** Questions that mean something only where they stand: `So what happened?`, `Is it worth it?`, `Why another tool?`. */
const leaningQuestions =
  /^(?:(?:but|so|and|or|then|aber|und|oder|also|pero|y|mais|et|но|и|а)[ \t,]|why (?:another|yet another|not)\b|(?:is|was|are|were|does|did|do|should|would|could|will|has|have|had)(?:n['’]t)? (?:it|this|that|they|you|we)\b)/iu

/** Headings with a question mark that ask for nothing one could learn. */
const emptyQuestions =
  /^(?:(?:any|more|still have|have|got|open)?\s*(?:questions?|problems?|feedback|issues?)|(?:need|want|looking for) (?:more )?help|need more|what(?:['’]s| is) (?:next|new|up|included|inside|in this (?:repo|folder|chapter|book)|left)|where to (?:go|next)(?: from here)?|what now|now what|and now|so what|ready|ready to .*|interested|confused|stuck|why\b.{0,3}us|(?:want|wish|like) to (?:contribute|help|learn more|know more).*|(?:todo|next steps?|ideas?|maybe|optional|really|homework)|noch fragen|fragen|wie geht es weiter|was nun|und jetzt|(?:alguna )?pregunta|(?:más )?preguntas|¿preguntas|¿y ahora|¿alguna (?:pregunta|duda)|des questions|questions|et maintenant|(?:есть |ещё )?вопросы|что дальше|küsimusi|küsimused|mis edasi|还有问题吗|还有其他问题|其他问题|有问题吗|问题|下一步|質問は|次は|質問)\s*[?？؟]+$/iu

const when = 'when|where|wann|wo|cuándo|cuando|dónde|quand|où|когда|где|millal|kus|kiedy|gdzie'
const dates =
  'exam|test|quiz|midterm|homework|deadline|klausur|prüfung|schulaufgabe|hausaufgaben?|abgabe|examen|prueba|deberes|entrega|contrôle|interro|devoirs?|экзамен|контрольная|зачёт|eksam|kontrolltöö|sprawdzian|kartkówka|egzamin|klasówka'
const eastern =
  '(?:什么时候|何时|在哪儿?)(?:考试|测验|交作业)|(?:期末|期中)?(?:考试|测验)(?:是?什么时候|在哪儿?)|(?:試験|テスト|宿題)は(?:いつ|どこ)(?:ですか)?'

/** When or where one is tested: `When is the exam?`. The next year it has another answer. */
const scheduleQuestions = new RegExp(
  `^[¿\\s]*(?:(?:${when})(?!\\p{L})[^?？؟]{0,25}?(?<!\\p{L})(?:${dates})(?: due)?|${eastern})\\s*[?？؟]+$`,
  'iu'
)

/** Whether a question, without marks around it, asks for something that one could learn. */
export function asksSomething(words: string): boolean {
  if (leaningQuestions.test(words) || scheduleQuestions.test(words)) return false
  return !emptyQuestions.test(words) && /\p{L}.*\p{L}/u.test(words)
}
