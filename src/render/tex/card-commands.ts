/**
 * The commands that may stand in a formula on a card: what the MathJax that Anki comes with draws
 * without running, fetching, defining or renaming anything. Left out of what it knows: `\href`,
 * `\class`, `\style`, `\cssId`, `\mmlToken`, `\unicode`, `\require`, `\toggle` and other
 * tips, `\verb` (it reads backslashes as nobody else does), and all that defines or sets.
 */
export const cardCommands: ReadonlySet<string> = new Set(
  `
    aleph alpha And angle backslash beta bot chi clubsuit delta Delta diamondsuit ell emptyset
    epsilon eta exists flat forall gamma Gamma hbar heartsuit Im imath infty iota jmath kappa lambda
    Lambda lnot mu nabla natural neg nu omega Omega omicron partial phi Phi pi Pi prime psi Psi Re
    rho S sharp sigma Sigma spadesuit tau theta Theta top triangle upsilon Upsilon varepsilon varphi
    varpi varrho varsigma vartheta wp xi Xi zeta

    backprime Bbbk beth bigstar blacklozenge blacksquare blacktriangle blacktriangledown Box
    checkmark circledR circledS complement daleth diagdown diagup Diamond digamma eth Finv Game
    gimel hslash lozenge maltese measuredangle mho nexists sphericalangle square triangledown
    varDelta varGamma varkappa varLambda varnothing varOmega varPhi varPi varPsi varSigma varTheta
    varUpsilon varXi yen

    upalpha upbeta upchi updelta Updelta upepsilon upeta upgamma Upgamma upiota upkappa uplambda
    Uplambda upmu upnu upomega Upomega upomicron upphi Upphi uppi Uppi uppsi Uppsi uprho upsigma
    Upsigma uptau uptheta Uptheta upupsilon Upupsilon upvarepsilon upvarphi upvarpi upvarrho
    upvarsigma upvartheta upxi Upxi upzeta

    celsius degree micro ohm perthousand

    amalg approx ast asymp bigcap bigcirc bigcup bigodot bigoplus bigotimes bigsqcup bigtriangledown
    bigtriangleup biguplus bigvee bigwedge bowtie bullet cap cdot cdotp cdots circ colon cong coprod
    cup dagger dashv ddagger ddots diamond div divsymbol doteq dotsb dotsc dotsi dotsm dotso equiv
    frown ge geq gets gg gt hookleftarrow hookrightarrow iiint iint in int intop land ldotp ldots le
    Leftarrow leftarrow leftharpoondown leftharpoonup Leftrightarrow leftrightarrow leq ll
    longleftarrow Longleftarrow Longleftrightarrow longleftrightarrow longmapsto longrightarrow
    Longrightarrow lor lt mapsto mid models mp ne nearrow neq ni notin nwarrow odot oint ominus
    oplus oslash otimes owns parallel perp pm prec preceq prod propto Rightarrow rightarrow
    rightharpoondown rightharpoonup rightleftharpoons searrow setminus sim simeq smallint smile
    sqcap sqcup sqsubseteq sqsupseteq star subset subseteq succ succeq sum supset supseteq surd
    swarrow times to triangleleft triangleright uplus vdash vdots vee wedge wr

    approxeq backepsilon backsim backsimeq barwedge because between blacktriangleleft
    blacktriangleright boxdot boxminus boxplus boxtimes bumpeq Bumpeq Cap centerdot circeq
    circlearrowleft circlearrowright circledast circledcirc circleddash Cup curlyeqprec curlyeqsucc
    curlyvee curlywedge curvearrowleft curvearrowright dashleftarrow dashrightarrow divideontimes
    Doteq doteqdot dotplus doublebarwedge doublecap doublecup downdownarrows downharpoonleft
    downharpoonright eqcirc eqsim eqslantgtr eqslantless fallingdotseq geqq geqslant ggg gggtr
    gnapprox gneq gneqq gnsim gtrapprox gtrdot gtreqless gtreqqless gtrless gtrsim gvertneqq iiiint
    impliedby implies intercal Join leadsto leftarrowtail leftleftarrows leftrightarrows
    leftrightharpoons leftrightsquigarrow leftthreetimes leqq leqslant lessapprox lessdot lesseqgtr
    lesseqqgtr lessgtr lesssim lhd Lleftarrow lll llless lnapprox lneq lneqq lnsim looparrowleft
    looparrowright Lsh ltimes lvertneqq multimap ncong ngeq ngeqq ngeqslant ngtr nleftarrow
    nLeftarrow nleftrightarrow nLeftrightarrow nleq nleqq nleqslant nless nmid nparallel nprec
    npreceq nrightarrow nRightarrow nshortmid nshortparallel nsim nsubseteq nsubseteqq nsucc nsucceq
    nsupseteq nsupseteqq ntriangleleft ntrianglelefteq ntriangleright ntrianglerighteq nvdash nvDash
    nVdash nVDash pitchfork precapprox preccurlyeq precnapprox precneqq precnsim precsim restriction
    rhd rightarrowtail rightleftarrows rightrightarrows rightsquigarrow rightthreetimes risingdotseq
    Rrightarrow Rsh rtimes shortmid shortparallel smallfrown smallsetminus smallsmile sqsubset
    sqsupset Subset subseteqq subsetneq subsetneqq succapprox succcurlyeq succnapprox succneqq
    succnsim succsim Supset supseteqq supsetneq supsetneqq therefore thickapprox thicksim
    trianglelefteq triangleq trianglerighteq twoheadleftarrow twoheadrightarrow unlhd unrhd
    upharpoonleft upharpoonright upuparrows varpropto varsubsetneq varsubsetneqq varsupsetneq
    varsupsetneqq vartriangle vartriangleleft vartriangleright vDash Vdash veebar Vvdash

    above abovewithdelims acute arccos arcsin arctan arg array atop atopwithdelims bar Bbb bbFont
    begin bf big Big bigg Bigg biggl Biggl biggm Biggm biggr Biggr bigl Bigl bigm Bigm bigr Bigr
    bmod boxed brace brack breve buildrel cal cases check choose cos cosh cot coth cr csc ddot deg
    det dim displaylines displaystyle dot dots end enspace eqalign eqalignno exp fbox frac frak
    framebox gcd grave hat hbox hdashline hfil hfill hfilll hline hom hphantom hskip hspace huge
    Huge iff inf it ker kern label large Large LARGE LaTeX left leftroot leqalignno lg lim liminf
    limits limsup llap ln log lower mathbb mathbf mathbfcal mathbffrak mathbfit mathbfscr mathbfsf
    mathbfsfit mathbfsfup mathbfup mathbin mathcal mathchoice mathclose mathfrak mathinner mathit
    mathnormal mathop mathopen mathord mathpunct mathrel mathrm mathscr mathsf mathsfit mathsfup
    mathstrut mathtt mathup matrix max mbox middle min mit mkern mod moveleft moveright mskip mspace
    negthinspace newline nolimits nonscript nonumber normalsize not oldstyle over overbrace
    overleftarrow overleftrightarrow overline overparen overrightarrow overset overunderset
    overwithdelims phantom pmatrix pmb pmod pod Pr qquad quad raise ref right rlap rm root rule Rule
    scr scriptscriptstyle scriptsize scriptstyle sec sf sin sinh skew small smash Space space sqrt
    stackbin stackrel strut sup symbb symbf symbfcal symbffrak symbfit symbfscr symbfsf symbfsfit
    symbfsfup symbfup symcal symfrak symit symnormal symrm symscr symsf symsfit symsfup symtt symup
    tan tanh TeX text textbf textit textnormal textrm textsf textstyle texttt textup thinspace tilde
    tiny Tiny tt underbrace underleftarrow underleftrightarrow underline underparen underrightarrow
    underset uproot vcenter vec vphantom widehat widetilde

    arrowvert Arrowvert bracevert downarrow Downarrow langle lbrace lbrack lceil lfloor lgroup
    llcorner lmoustache lparen lrcorner lvert lVert rangle rbrace rbrack rceil rfloor rgroup
    rmoustache rparen rvert rVert ulcorner uparrow Uparrow updownarrow Updownarrow urcorner Vert
    vert

    binom boldsymbol cfrac dbinom ddddot dddot dfrac eqref genfrac idotsint injlim mathring
    negmedspace negthickspace nobreakspace notag operatorname projlim shoveleft shoveright sideset
    substack tag tbinom tfrac varinjlim varliminf varlimsup varprojlim xleftarrow xrightarrow

    Aboxed adjustlimits ArrowBetweenLines bigtimes centercolon clap colonapprox Colonapprox coloneq
    Coloneq coloneqq Coloneqq colonsim Colonsim cramped crampedclap crampedllap crampedrlap
    crampedsubstack dblcolon eqcolon Eqcolon eqqcolon Eqqcolon mathclap mathllap mathmakebox
    mathmbox mathrlap MoveEqLeft MTFlushSpaceAbove MTFlushSpaceBelow MTThinColon ndownarrow nuparrow
    ordinarycolon overbracket prescript shortvdotswithin splitdfrac splitfrac textclap textllap
    textrlap underbracket vdotswithin xhookleftarrow xhookrightarrow xLeftarrow xleftharpoondown
    xleftharpoonup xleftrightarrow xLeftrightarrow xleftrightharpoons xlongequal xmapsto xmathstrut
    xRightarrow xrightharpoondown xrightharpoonup xrightleftharpoons xtofrom xtwoheadleftarrow
    xtwoheadrightarrow

    bra Bra braket Braket ket Ket ketbra Ketbra set Set

    bbox bcancel cancel cancelto cellcolor centernot centerOver color colorbox columncolor enclose
    fcolorbox rowcolor textcolor xcancel

    bond ca ce longleftrightarrows longLeftrightharpoons longrightleftharpoons longRightleftharpoons
    pu tripledash xLeftrightharpoons xRightleftharpoons

    alwaysDashedLine alwaysNoLine alwaysRootAtBottom alwaysRootAtTop alwaysSingleLine
    alwaysSolidLine AXC Axiom AxiomC BIC BinaryInf BinaryInfC dashedLine fCenter LeftLabel LL noLine
    QuaternaryInf QuaternaryInfC QuinaryInf QuinaryInfC RightLabel RL rootAtBottom rootAtTop
    singleLine solidLine TIC TrinaryInf TrinaryInfC UIC UnaryInf UnaryInfC

    empheqbigl empheqbiglangle empheqbiglbrace empheqbiglbrack empheqbiglceil empheqbiglfloor
    empheqbiglparen empheqbiglvert empheqbiglVert empheqbigr empheqbigrangle empheqbigrbrace
    empheqbigrbrack empheqbigrceil empheqbigrfloor empheqbigrparen empheqbigrvert empheqbigrVert
    empheql empheqlangle empheqlbrace empheqlbrack empheqlceil empheqlfloor empheqlparen empheqlvert
    empheqlVert empheqr empheqrangle empheqrbrace empheqrbrack empheqrceil empheqrfloor empheqrparen
    empheqrvert empheqrVert

    textacutedbl textasciiacute textasciibreve textasciicaron textasciicircum textasciidieresis
    textasciimacron textasciitilde textasteriskcentered textbackslash textbaht textbar textbardbl
    textbigcircle textblank textborn textbraceleft textbraceright textbrokenbar textbullet
    textcelsius textcent textcentoldstyle textcircledP textcolonmonetary textcompwordmark
    textcopyleft textcopyright textcurrency textdagger textdaggerdbl textdegree textdied
    textdiscount textdiv textdivorced textdollar textdollaroldstyle textdong textdownarrow
    texteightoldstyle textellipsis textemdash textendash textestimated texteuro textexclamdown
    textfiveoldstyle textflorin textfouroldstyle textfractionsolidus textgravedbl textgreater
    textguarani textinterrobang textinterrobangdown textlangle textlbrackdbl textleftarrow textless
    textlira textlnot textlquill textmarried textmho textminus textmu textmusicalnote textnaira
    textnineoldstyle textnumero textohm textonehalf textoneoldstyle textonequarter textonesuperior
    textopenbullet textordfeminine textordmasculine textparagraph textperiodcentered
    textpertenthousand textperthousand textpeso textpm textquestiondown textquotedblleft
    textquotedblright textquoteleft textquoteright textrangle textrbrackdbl textrecipe
    textreferencemark textregistered textrightarrow textrquill textsection textservicemark
    textsevenoldstyle textsixoldstyle textsterling textsurd textthreeoldstyle textthreequarters
    textthreesuperior texttildelow texttimes texttrademark texttwooldstyle texttwosuperior
    textunderscore textuparrow textvisiblespace textwon textyen textzerooldstyle
  `
    .trim()
    .split(/\s+/)
)

/** The environments that MathJax of Anki draws. */
export const cardEnvironments: ReadonlySet<string> = new Set(
  `
    Bmatrix Bmatrix* Bsmallmatrix Bsmallmatrix* CD Vmatrix Vmatrix* Vsmallmatrix Vsmallmatrix* align
    align* alignat alignat* aligned alignedat array bmatrix bmatrix* bsmallmatrix bsmallmatrix*
    cases cases* crampedsubarray dcases dcases* drcases drcases* empheq eqnarray eqnarray* equation
    equation* flalign flalign* gather gather* gathered lgathered matrix matrix* multline multline*
    multlined numcases pmatrix pmatrix* prooftree psmallmatrix psmallmatrix* rcases rcases*
    rgathered smallmatrix smallmatrix* split spreadlines subarray subnumcases vmatrix vmatrix*
    vsmallmatrix vsmallmatrix* xalignat xalignat* xxalignat
  `
    .trim()
    .split(/\s+/)
)
