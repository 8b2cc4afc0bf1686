/** Heads of a table's first column that promise something to ask for, and of one to be left alone. */
export const termHeads =
  /^(?:terms?|words?|concepts?|expressions?|phrases?|vocabulary|questions?|symbols?|elements?|notions?|abbreviations?|acronyms?|idioms?|verbs?|nouns?|adjectives?|infinitive|front|organs?|organelles?|parts?|structures?|enzymes?|hormones?|vitamins?|drugs?|diseases?|country|countries|states?|capitals?|cities|years?|events?|battles?|kings?|rulers?|articles?|cases?|keywords?|commands?|operators?|functions?|english|german|french|spanish|italian|portuguese|russian|estonian|finnish|latin|greek|chinese|japanese|korean|hanzi|kanji|kana|pinyin|characters?|begriffe?|wort|wörter|vokabeln?|ausdruck|frage|deutsch|englisch|französisch|spanisch|russisch|lateinisch|latein|estnisch|jahr|land|befehl|palabras?|términos?|conceptos?|expresión|pregunta|español|inglés|francés|alemán|ruso|año|país|mots?|termes?|notions?|français|anglais|allemand|espagnol|russe|année|pays|слов[оа]|термин|понятие|выражение|вопрос|русский|английский|немецкий|французский|испанский|год|страна|sõna|mõiste|väljend|küsimus|eesti keeles|inglise keeles|eesti|inglise|saksa|vene|aasta|riik|单词|詞|词|词语|生词|术语|概念|词汇|名词|名詞|概念名|年号|年號|時代|人物|事件|问题|汉字|中文|英文|英语|拼音|年份|国家|用語|単語|言葉|漢字|語彙|質問|日本語|英語|年|国)(?![\p{L}])/iu

export const noTermHeads =
  /^(?:#|no\.?|nr\.?|id|name|names|person|people|who|owner|assignee|student|participant|member|task|todo|item|step|day|date|time|when|week|month|hour|deadline|file|files|path|folder|package|packages|version|option|options|flag|flags|setting|settings|key|keys|parameter|param|argument|field|property|attribute|method|endpoint|url|link|env|variable|default|type|status|price|cost|amount|quantity|qty|ingredient|product|feature|features|criterion|criteria|metric|score|points|grade|model|before|old|pro|pros|advantages?|browser|platform|os|room|email|phone|aufgabe|datum|uhrzeit|zeit|tag|wer|person|datei|preis|menge|zutat|einstellung|tarea|fecha|hora|día|quién|archivo|precio|cantidad|ingrediente|tâche|heure|jour|qui|fichier|prix|quantité|ingrédient|задача|дата|время|день|кто|файл|цена|количество|ингредиент|ülesanne|kuupäev|kellaaeg|päev|kes|fail|hind|kogus|日期|时间|時間|星期|任务|姓名|名字|文件|价格|数量|材料|名前|曜日|担当|ファイル|値段)(?![\p{L}])/iu

/** Heads that name a language: two of them in a row are words and their translations. */
const languageHeads =
  /^(?:english|german|french|spanish|italian|portuguese|russian|estonian|finnish|latin|greek|chinese|japanese|korean|swedish|dutch|polish|turkish|arabic|deutsch|englisch|französisch|spanisch|italienisch|russisch|latein|lateinisch|griechisch|estnisch|español|inglés|francés|alemán|italiano|ruso|latín|français|anglais|allemand|espagnol|italien|russe|latin|русский|английский|немецкий|французский|испанский|эстонский|eesti(?: keel(?:es)?)?|inglise(?: keel(?:es)?)?|saksa(?: keel(?:es)?)?|vene(?: keel(?:es)?)?|中文|英文|英语|日语|日本語|英語|中国語|한국어|영어)$/iu

/** Heads of the column with what the terms mean, by which a table of more columns is known. */
export const meaningHeads =
  /^(?:definitions?|meanings?|answers?|translations?|antwort(?:en)?|bedeutung(?:en)?|definitionen|übersetzung(?:en)?|respuestas?|significados?|definición|definiciones|traducción|traducciones|réponses?|significations?|définitions?|traductions?|ответы?|значени[ея]|определени[ея]|переводы?|vastus(?:ed)?|tähendus(?:ed)?|määratlus(?:ed)?|tõl[gk]ed?|答案|意思|定义|翻译|释义|解释|解釋|含义|說明|内容|できごと|出来事|説明|意味合い|答え|意味|定義|訳|回答)(?![\p{L}])/iu

/** Whether a table begins with a column of words and one of their translations. */
export function areLanguages([first = '', second = '']: readonly string[]): boolean {
  return languageHeads.test(first) && languageHeads.test(second)
}
