/** What people write before questions and answers, by language; single letters in capitals only. */
export const questionWords: readonly { question: readonly string[]; answer: readonly string[] }[] =
  [
    // English, and what all the world took from it.
    { question: ['q', 'question', 'ques'], answer: ['a', 'answer', 'ans'] },
    { question: ['front'], answer: ['back'] },
    // German
    { question: ['f', 'frage'], answer: ['a', 'antwort'] },
    { question: ['vorderseite'], answer: ['rückseite'] },
    // French
    { question: ['q', 'question'], answer: ['r', 'réponse', 'reponse', 'rép'] },
    { question: ['recto'], answer: ['verso'] },
    // Spanish, Portuguese, Italian
    { question: ['p', 'pregunta', 'pergunta'], answer: ['r', 'respuesta', 'resposta'] },
    { question: ['d', 'domanda'], answer: ['r', 'risposta'] },
    // Russian, Ukrainian, Polish
    { question: ['в', 'вопрос'], answer: ['о', 'ответ'] },
    { question: ['п', 'питання'], answer: ['в', 'відповідь'] },
    { question: ['p', 'pytanie'], answer: ['o', 'odpowiedź'] },
    // Estonian, Finnish
    { question: ['k', 'küsimus', 'kysymys'], answer: ['v', 'vastus', 'vastaus'] },
    // Dutch, Swedish, Danish, Norwegian, Turkish
    { question: ['v', 'vraag'], answer: ['a', 'antwoord'] },
    { question: ['f', 'fråga', 'spørgsmål', 'spørsmål'], answer: ['s', 'svar'] },
    { question: ['s', 'soru'], answer: ['c', 'cevap'] },
    // Chinese, Japanese, Korean
    {
      question: ['问', '問', '问题', '問題', '题', '題', '题目', '題目', '提问', '質問', '問い'],
      answer: ['答', '答案', '回答', '解答', '答え', '答复', '答覆']
    },
    { question: ['正面', '表'], answer: ['背面', '反面', '裏', '裏面'] },
    { question: ['문', '질문', '문제'], answer: ['답', '답변', '정답'] },
    // Arabic, Hebrew
    { question: ['س', 'سؤال'], answer: ['ج', 'جواب'] },
    { question: ['ש', 'שאלה'], answer: ['ת', 'תשובה'] }
  ]
