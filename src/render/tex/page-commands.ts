/**
 * What Temml draws on our own pages beside `cardCommands`, and Anki's MathJax does not. As there,
 * nothing that defines, links, fetches or names.
 */
export const pageCommands: ReadonlySet<string> = new Set(
  `
    AA aa abs absolutevalue acomm AE ae alef alefsym allowbreak Alpha angl angln Angstrom
    anticommutator arcctg arceq arctg argmax argmin astrosun backcong backdprime backtrprime ballotx
    barcap barcup barvee Beta bigcupdot bigcupplus bigdoublevee bigdoublewedge bigsqcap
    blackhourglass bm bold bordermatrix Bot boxast boxbox boxcircle boxslash bqty Bqty bull c
    capbarcup capdot capovercup cdleftarrow cdlongequal cdrightarrow cent ch chemequilibrium Chi
    circledequal circledparallel circledvert circlehbar closedvarcap closedvarcup clubs cnums coh
    coloncolon coloncolonapprox coloncolonequals coloncolonminus coloncolonsim colonequals
    colonminus comm commutator Complex concavediamond concavediamondtickleft concavediamondtickright
    Coppa coppa copyright cosec cotg cp cross crossproduct ctg cth cupovercap curl d dag Dagger darr
    dArr Darr dd ddag derivative DH dh diameter diamonds differential divergence DJ dj dotminus
    dotproduct dotsx doublebarvee dprime dv dyad Earth emph enskip Epsilon eqdef eqeq eqeqeq
    eqleftharpoondown eqrightharpoonup equal equalscolon equalscoloncolon equilibriumLeft
    equilibriumRight erf Eta euro ev eval evaluated exist expectationvalue expval fdv female fint
    footnotesize fullouterjoin functionalderivative grad gradient H harr hArr Harr hearts hourglass
    i iddots incoh infin innerproduct intbar intBar intcap intclockwise intcup interleave intlarhk
    intx invamp invlazys Iota isin j Kappa Koppa koppa L l lang lAngle laplacian larr lArr Larr
    lBrace leftmodels leftmoon leftouterjoin lightning llangle llbracket llparenthesis longdiv
    longleftharpoondown longrightharpoonup lozengeminus lq lrarr lrArr Lrarr male mapsfrom
    mathellipsis mathsterling matrixel matrixelement measeq medspace mel mesomerism minuscolon
    minuscoloncolon minusdot minusfdots minusrdots Mu multimapboth multimapinv N Nand natnums NG ng
    nobreak Nor norm notni nsubset nsupset Nu o O obar obslash oc odiv odv OE oe ogreaterthan oiiint
    oiint olessthan Omicron op operatornamewithlimits operp order origof Otimes otimeshat
    outerproduct overgroup overleftharpoon Overrightarrow overrightharpoon P parr partialderivative
    pb pdv permil Perp phase plim plusmn pointint poissonbracket pounds pqty principalvalue pv PV
    qall qand qas qassume qc qcc qcomma QED qelse qeven qfor qgiven qif qin qinteger qlet qodd qor
    qotherwise qprime qq qqtext qsince qthen qty quantity questeq qunless qusing r R raisebox rang
    rAngle rank rarr rArr Rarr ratio rBrace real reals Reals reflectbox relbar Relbar Res Rho
    rightmoon rightouterjoin rppolint rq rrangle rrbracket rrparenthesis Sampi sampi scoh scpolint
    sdot sect sfrac sgn sh shift shneg shpos shuffle sincoh sixptsize smashtimes smiley sout spades
    Sqcap Sqcup sqint ss sslash standardstate stareq Stigma stigma strictif sub sube sun supe t Tau
    Temml textcircled textmd textsc tg TH th thetasym thickspace threedotcolon tmspace tr Tr
    triangleminus triangleplus triangletimes triDash tripleDash tripleDashBetweenDoubleLine
    tripleDashOverDoubleLine tripleDashOverLine trprime twocaps twocups typecolon u uarr uArr Uarr
    underbar undergroup uniDash upand utilde v va var varclubsuit varcoppa vardiamondsuit
    varheartsuit variation varointclockwise varspadesuit varvdots vb vcentcolon VDash vdot
    vectorarrow vectorbold vectorunit Vee veedot veedoublebar veeeq veeonvee vqty vu Wedge wedgebar
    wedgedot wedgedoublebar wedgeonwedge wedgeq weierp whitesquaretickleft whitesquaretickright
    widecheck wideparen with wn x Xor yields yieldsLeft yieldsLeftRight Z Zeta
  `
    .trim()
    .split(/\s+/)
)

/** The environments that only Temml draws. */
export const pageEnvironments: ReadonlySet<string> = new Set(['darray', 'bordermatrix'])
