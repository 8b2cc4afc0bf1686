/**
 * Words before a colon that name no thing to learn: remarks, parts of a text, facts about a file, a
 * meeting, a recipe or a day. Small letters, without numbers.
 */
export const noTerms: ReadonlySet<string> = new Set(
  `
  note|notes|nb|n.b|todo|to do|warning|caution|important|attention|tip|tips|hint|hints|info|remark|remarks|danger
  example|examples|e.g|i.e|for example|for instance|ex|exercise|exercises|task|tasks|homework|solution|proof|answer
  see|see also|source|sources|reference|references|further reading|link|links|read more|ps|p.s|fyi|update|edit
  summary|tl;dr|tldr|conclusion|introduction|overview|outline|goal|goals|aim|objective|objectives|purpose|topic|topics
  result|results|step|steps|part|chapter|section|figure|fig|table|page|pages|week|day|lecture|lesson|unit|module|session
  first|second|third|fourth|finally|then|next|now|today|yesterday|tomorrow|later|before|after|also|however|therefore
  question|questions|open question|open questions|idea|ideas|thought|thoughts|problem|problems|issue|issues
  pros|cons|advantages|disadvantages|benefits|drawbacks|strengths|weaknesses|features|requirements|limitations
  date|time|place|location|venue|where|when|who|what|why|how|author|authors|title|subject|to|from|cc|re|status
  version|license|licence|email|e-mail|mail|phone|tel|address|website|web|url|contact|price|cost|total|budget|deadline
  attendees|participants|present|absent|apologies|agenda|minutes|decision|decisions|decided|action|actions
  action item|action items|owner|due|follow-up|next step|next steps|next meeting|chair|moderator|facilitator
  ingredients|servings|serves|yield|prep|prep time|preparation|cook time|cooking time|total time|method|directions
  instructions|equipment|temperature|difficulty|mood|weather|gratitude|grateful for|sleep|breakfast|lunch|dinner
  monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri|sat|sun|morning|afternoon|evening
  january|february|march|april|may|june|july|august|september|october|november|december
  usage|installation|install|default|type|returns|return|parameters|params|arguments|args|input|output|name
  required|optional|deprecated|since|throws|yes|no|true|false|ok|done|works|fixed|added|changed|removed|new|bug
  this|that|it|there|here|they|these|those|he|she|we|i|you|everyone|someone|nobody|all|both|others|other|rest
  exam|exams|test|quiz|office hours|the good|the bad|the ugly|bottom line|my take|verdict|slept|reminder|announcement
  rule|rules|exception|exceptions|case|cases|facts|holding|held|reasoning|ratio|dissent|analysis|background|significance|remarks|claim|claims
  pronunciation|plural|synonyms|antonyms|etymology|usage note|feedback|questions for next time|reading|materials

  notiz|notizen|hinweis|hinweise|achtung|warnung|wichtig|tipp|tipps|merke|bemerkung|anmerkung|beispiel|beispiele|z. b
  z.b|bzw|d. h|aufgabe|aufgaben|übung|übungen|hausaufgabe|hausaufgaben|lösung|beweis|antwort|frage|fragen|siehe
  siehe auch|quelle|quellen|literatur|verweis|zusammenfassung|fazit|einleitung|überblick|ziel|ziele|thema|themen
  ergebnis|ergebnisse|schritt|schritte|teil|kapitel|abschnitt|abbildung|abb|tabelle|seite|woche|tag|vorlesung|stunde
  erstens|zweitens|drittens|zuerst|dann|danach|heute|gestern|morgen|später|idee|ideen|problem|vorteile|nachteile
  datum|zeit|uhrzeit|ort|raum|wer|was|wann|wo|warum|wie|autor|autorin|titel|fach|betreff|stand|version|lizenz|telefon
  adresse|preis|kosten|summe|frist|teilnehmer|anwesend|abwesend|tagesordnung|protokoll|beschluss|beschlüsse|nächste schritte
  zuständig|zutaten|portionen|zubereitung|dauer|backzeit|wetter|stimmung|montag|dienstag|mittwoch|donnerstag|freitag
  samstag|sonntag|januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|frühstück
  regel|regeln|ausnahme|ausnahmen|fall|sachverhalt|tatbestand|rechtsfolge|urteil|begründung|bedeutung|hintergrund|folgerung|behauptung
  mittagessen|abendessen|offen|erledigt|dies|das|es|hier|alle|ja|nein

  nota|notas|aviso|advertencia|atención|importante|consejo|pista|ejemplo|ejemplos|p. ej|tarea|tareas|ejercicio|ejercicios
  deberes|solución|demostración|respuesta|pregunta|preguntas|véase|ver|ver también|fuente|fuentes|bibliografía|resumen
  conclusión|introducción|objetivo|objetivos|tema|temas|resultado|resultados|paso|pasos|parte|capítulo|sección|figura
  tabla|página|semana|día|clase|lección|primero|segundo|tercero|después|luego|hoy|ayer|mañana|idea|ventajas|desventajas
  fecha|hora|lugar|quién|qué|cuándo|dónde|por qué|cómo|autor|autora|título|asunto|estado|versión|licencia|teléfono
  dirección|precio|asistentes|acta|orden del día|acuerdos|ingredientes|raciones|porciones|preparación|tiempo|clima
  lunes|martes|miércoles|jueves|viernes|sábado|domingo|enero|febrero|marzo|mayo|junio|julio|septiembre|octubre|noviembre
  regla|reglas|excepción|excepciones|caso|hechos|fallo|sentencia|razonamiento|contexto|observación|observaciones
  diciembre|desayuno|almuerzo|cena|esto|eso|ello|aquí|todos|sí

  remarque|remarques|à noter|n.b|attention|avertissement|conseil|astuce|exemple|exemples|p. ex|exercice|exercices|devoir
  devoirs|preuve|démonstration|réponse|voir|voir aussi|référence|références|bibliographie|résumé|conclusion|introduction
  objectif|objectifs|thème|résultat|résultats|étape|étapes|partie|chapitre|figure|tableau|page|semaine|jour|cours|leçon
  premièrement|deuxièmement|enfin|ensuite|puis|aujourd'hui|hier|demain|idée|idées|problème|avantages|inconvénients
  heure|lieu|qui|quoi|quand|où|pourquoi|comment|auteur|titre|objet|statut|licence|téléphone|adresse|prix|participants
  présents|absents|ordre du jour|compte rendu|décision|décisions|ingrédients|portions|préparation|cuisson|temps|météo
  lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|janvier|février|mars|avril|juin|juillet|août|septembre|octobre
  règle|règles|exception|exceptions|cas|faits|arrêt|solution|contexte|observation|portée
  novembre|décembre|petit-déjeuner|déjeuner|dîner|ceci|cela|ce|ici|tous|oui|non

  примечание|примечания|заметка|заметки|важно|внимание|предупреждение|осторожно|совет|подсказка|пример|примеры|например
  напр|задание|задания|задача|задачи|упражнение|домашнее задание|дз|решение|доказательство|ответ|вопрос|вопросы|см|см. также
  источник|источники|литература|ссылка|ссылки|итог|итоги|вывод|выводы|введение|обзор|цель|цели|тема|темы|результат|результаты
  шаг|шаги|часть|глава|раздел|рисунок|рис|таблица|страница|неделя|день|лекция|урок|во-первых|во-вторых|затем|потом|сегодня
  вчера|завтра|идея|идеи|проблема|плюсы|минусы|преимущества|недостатки|дата|время|место|кто|что|когда|где|почему|как|автор
  название|статус|версия|лицензия|телефон|адрес|цена|участники|присутствовали|отсутствовали|повестка|протокол|решения
  ингредиенты|порции|приготовление|погода|настроение|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|январь
  правило|правила|исключение|исключения|случай|факты|замечание|замечания|следствие|контекст
  февраль|март|апрель|май|июнь|июль|август|сентябрь|октябрь|ноябрь|декабрь|завтрак|обед|ужин|это|здесь|все|да|нет|сделать

  märkus|märkused|märge|tähelepanu|hoiatus|oluline|nõuanne|vihje|näide|näited|näiteks|nt|ülesanne|ülesanded|harjutus
  kodutöö|lahendus|tõestus|vastus|küsimus|küsimused|vaata|vt|vt ka|allikas|allikad|kirjandus|viide|viited|kokkuvõte|järeldus
  sissejuhatus|ülevaade|eesmärk|eesmärgid|teema|teemad|tulemus|tulemused|samm|sammud|osa|peatükk|joonis|tabel|lehekülg
  nädal|päev|loeng|tund|esiteks|teiseks|seejärel|siis|täna|eile|homme|mõte|mõtted|idee|ideed|probleem|eelised|puudused
  kuupäev|aeg|kell|koht|kes|mis|millal|kus|miks|kuidas|autor|pealkiri|staatus|versioon|litsents|telefon|aadress|hind
  osalejad|kohal|puudusid|päevakord|protokoll|otsus|otsused|koostisosad|portsjonid|valmistamine|ilm|tuju|esmaspäev|teisipäev
  kolmapäev|neljapäev|reede|laupäev|pühapäev|jaanuar|veebruar|märts|aprill|juuni|juuli|detsember|hommikusöök|lõuna|õhtusöök
  reegel|reeglid|erand|erandid|juhtum|asjaolud|märkus|järeldus
  see|siin|kõik|jah|ei|teha

  注|注意|备注|備註|提示|警告|重要|小贴士|例|例如|比如|例子|示例|举例|例题|练习|練習|习题|作业|作業|解|解法|证明|證明|答案|回答|问题|問題
  参见|参考|參考|来源|來源|出处|链接|連結|总结|總結|小结|结论|結論|简介|概述|目标|目標|目的|主题|主題|结果|結果|步骤|步驟|第一|第二|第三
  规则|規則|例外|案例|事实|背景|推论|性质|說明|说明|命题
  首先|其次|然后|最后|今天|昨天|明天|想法|优点|缺点|優點|缺點|日期|时间|時間|地点|地點|谁|什么|何时|哪里|为什么|如何|作者|标题|標題|状态|狀態
  版本|许可|电话|電話|地址|价格|價格|参会人员|出席|缺席|议程|議程|决议|決議|材料|配料|用料|做法|份量|天气|天氣|心情|星期一|星期二|星期三|星期四
  星期五|星期六|星期日|周一|周二|周三|周四|周五|周六|周日|早餐|午餐|晚餐|这|那|这里|待办|完成|是|否

  注記|メモ|備考|ヒント|補足|例文|例題|宿題|課題|証明|答え|解答|質問|参照|出典|参考文献|リンク|まとめ|要約|結論|はじめに|概要|テーマ|手順
  規則|例外|事例|背景|性質|系|説明|定理
  ステップ|まず|次に|そして|最後に|今日|昨日|明日|アイデア|利点|欠点|長所|短所|日時|時間|場所|誰|何|いつ|どこ|なぜ|著者|題名|状態
  バージョン|ライセンス|電話番号|住所|値段|出席者|参加者|欠席者|議題|決定事項|作り方|分量|天気|気分|月曜日|火曜日|水曜日|木曜日|金曜日|土曜日|日曜日
  朝食|昼食|夕食|これ|それ|ここ|はい|いいえ
  `
    .split(/[|\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== '')
)
