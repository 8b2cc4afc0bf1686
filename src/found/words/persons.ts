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

/** Headings and names of files above talks of two people. */
export const talks =
  /interview|\btranscript|podcast|\bama\b|conversation with|gespräch mit|entrevista|intervista|wywiad|entretien avec|интервью|беседа с|intervjuu|采访|採訪|访谈|インタビュー|対談/iu
