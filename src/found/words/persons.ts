/**
 * By language, words by which a question addresses somebody, and by which somebody speaks of themselves;
 * words that mean something else in what one learns are left out: `I` before a full stop is a number.
 */
export const persons: readonly { addressed: RegExp; speaking: RegExp }[] = [
  {
    addressed: /(?<![\p{L}'’])(?:[Yy]ou|[Yy]our|[Yy]ours|[Yy]ourself|[Yy]ou['’]\p{L}+)(?!\p{L})/u,
    speaking:
      /(?<![\p{L}] |[\p{L}\d"'“(+*/=-])I(?= [\p{Ll}]|['’]\p{Ll})|(?<=\p{Ll},? )I(?= \p{Ll}|['’]\p{Ll})|(?<![\p{L}"'“])(?:[Mm]y|me|myself|[Ww]e)(?![\p{L}"'”])/u
  },
  {
    addressed:
      /(?<!\p{L})(?:[Dd]u|dich|dir|[Dd]ein\p{L}*|[Ii]hr(?= )|euch|Ihnen)(?!\p{L})|(?<=[\p{L},] )(?:Sie|Ihre?[nmrs]?)(?!\p{L})/u,
    speaking: /(?<![\p{L}"„“])(?:[Ii]ch|mich|mir|[Mm]eine?[nmrs]?)(?![\p{L}"”“])/u
  },
  {
    addressed: /(?<!\p{L})(?:[Uu]sted(?:es)?|[Tt]ú|te|tus?|ti|[Vv]osotr[oa]s)(?!\p{L})/u,
    speaking: /(?<![\p{L}"“«])(?:[Yy]o|[Mm]e|[Mm]is?|conmigo)(?![\p{L}"”»])/u
  },
  {
    addressed: /(?<!\p{L})(?:[Vv]ous|[Vv]otre|vos|toi|tu)(?!\p{L})/u,
    speaking: /(?<![\p{L}"“«])(?:[Jj]e|[Mm]oi|[Mm]on|[JjMm]['’]\p{L}+)(?![\p{L}"”»])/u
  },
  {
    addressed: /(?<!\p{L})(?:[Вв]ы|[Вв]ас|[Вв]ам|[Вв]аш\p{L}*|[Тт]ы|[Тт]ебя|[Тт]ебе)(?!\p{L})/u,
    speaking: /(?<![\p{L}"«])(?:[Яя]|[Мм]еня|[Мм]не|[Мм]о[йяё]|мои|моей)(?![\p{L}"»])/u
  },
  {
    addressed: /(?<!\p{L})(?:[Ss]ina|[Ss]inu|sul|[Tt]eie|[Tt]eid|[Tt]eil)(?!\p{L})/u,
    speaking: /(?<![\p{L}"„“])(?:[Mm]a|[Mm]ina|[Mm]inu|[Mm]ul|mulle)(?![\p{L}"”“])/u
  },
  {
    addressed: /(?<!\p{L})(?:[Tt]u|ti|[Ll]ei|[Ll]e|[Vv]oi|vostr[aeio]|tu[ao])(?!\p{L})/u,
    speaking: /(?<![\p{L}"“«])(?:[Ii]o|[Mm]i|[Mm]i[aeo]|miei|[Nn]oi)(?![\p{L}"”»])/u
  },
  { addressed: /你|您/u, speaking: /我/u },
  { addressed: /あなた|さんは|さんの/u, speaking: /私|僕|俺/u }
]

/** Questions that address nobody in particular, for they ask how one does or calls a thing. */
export const anyone =
  /\b(?:how (?:do|can|would|could|should|might) you|(?:do|would|can|should) you (?:call|say|write|spell|use|need|get|calculate|find|compute|know)|(?:if|when|where|before|after|which|that) you|you have|can you)\b/giu

/** Words that say of somebody in a story who that is, and of nobody whom one learns about; by language. */
const someone: readonly string[] = [
  String.raw`(?:an?|the|his|her|their|my|our)[ \t]+(?:\p{L}+[ \t]+){0,2}(?:man|woman|boy|girl|guy|lady|kid|friend|brother|sister|mother|father|son|daughter|uncle|aunt|cousin|husband|wife|neighbou?r|colleague|stranger|widow|widower)`,
  String.raw`(?:an?|the)[ \t]+retired[ \t]+\p{Ll}+`,
  String.raw`(?:eine?|der|die|das|seine?|ihre?|meine?|unsere?)[ \t]+(?:\p{L}+[ \t]+){0,2}(?:Mann|Frau|Junge|Mädchen|Freund|Freundin|Bruder|Schwester|Mutter|Vater|Sohn|Tochter|Onkel|Tante|Nachbar|Nachbarin|Kollege|Kollegin|Witwe|Witwer)`,
  String.raw`(?:una?|el|la|su|mi)[ \t]+(?:\p{L}+[ \t]+)?(?:hombre|mujer|chic[oa]|niñ[oa]|amig[oa]|herman[oa]|madre|padre|hij[oa]|tí[oa]|prim[oa]|vecin[oa]|viud[oa])`,
  String.raw`(?:une?|le|la|son|sa|mon|ma)[ \t]+(?:\p{L}+[ \t]+)?(?:homme|femme|garçon|fille|ami|amie|frère|sœur|mère|père|fils|oncle|tante|cousine?|voisine?|veuf|veuve)`,
  String.raw`(?:\p{L}+[ \t]+){0,2}(?:мужчина|женщина|мальчик|девочка|девушка|парень|друг|подруга|брат|сестра|мать|отец|сын|дочь|дядя|т[её]тя|сосед|соседка|вдова)`,
  String.raw`(?:\p{L}+[ \t]+){0,2}(?:mees|naine|poiss|tüdruk|sõber|sõbranna|vend|õde|ema|isa|poeg|tütar|onu|tädi|naaber|lesk)`
]

/** `is a man of few words`, unless it says of which kind somebody is: `is a man who …`. */
export const isSomeone = new RegExp(
  `^[ \\t]*\\p{L}+[ \\t]+(?:${someone.join('|')})(?=[ \\t,.;!]|$)(?![ \\t]*(?:that|which|cell|who|whose|of[ \\t]+the)(?!\\p{L}))`,
  'u'
)

/** How people are called by their names: `Mrs Allen`, `Herr Aydin`. */
export const namedPerson =
  /^(?:(?:Mr|Mrs|Ms|Miss|Mme|Mlle|M|Sr|Sra|Srta)\.?|Frau|Herr|Madame|Monsieur|Señora?|Don|Doña|Härra|Proua|Preili|Господин|Госпожа)[ \t]+\p{Lu}/u

const saying =
  'said|asked|replied|answered|cried|shouted|whispered|muttered|sagte|fragte|antwortete|rief|flüsterte|dijo|preguntó|respondió|gritó|dit|demanda|répondit|cria|сказал[аи]?|спросил[аи]?|ответил[аи]?|ütles|küsis|vastas'

/** Somebody speaks in a line of a story: `"Why now?" she asked.` */
export const speech = new RegExp(
  `^[-–—"“”„«‘'][^\\r\\n]{2,300}?[,.?!…]["”“»’',]{0,2}[ \\t]+(?:[–—-][ \\t]*)?(?:\\p{L}+[ \\t]+)?(?:${saying})(?!\\p{L})`,
  'mu'
)

/** Headings and names of files above talks of two people. */
export const talks =
  /interview|\btranscript|podcast|\bama\b|conversation with|gespräch mit|entrevista|intervista|wywiad|entretien avec|интервью|беседа с|intervjuu|采访|採訪|访谈|インタビュー|対談/iu
