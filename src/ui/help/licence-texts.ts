/** The licences of what the page is made of: in the page itself where it is one file, else beside it. Rejects where they cannot be had. */
export async function licenceTexts(): Promise<string> {
  const inPage = document.querySelector<HTMLTemplateElement>('template#licences')
  if (inPage) return inPage.content.textContent
  const answer = await fetch('./licences.txt')
  // A server that knows no such file may answer with the page.
  if (!answer.ok || !answer.headers.get('content-type')?.startsWith('text/plain')) {
    throw new Error(answer.statusText)
  }
  return answer.text()
}
