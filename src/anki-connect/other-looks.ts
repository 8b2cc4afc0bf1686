import * as v from 'valibot'
import type { SentType } from '../laegna.ts'
import type { AnkiConnect } from './anki-connect.ts'

const stylingSchema = v.object({ css: v.string() })
const templatesSchema = v.record(v.string(), v.object({ Front: v.string(), Back: v.string() }))

/**
 * Those of our note types that look otherwise in Anki: ours changed since, or the person changed
 * theirs. Nobody can tell, so the person is asked.
 */
export async function otherLooks(anki: AnkiConnect, types: SentType[]): Promise<SentType[]> {
  const others: SentType[] = []
  for (const type of types) {
    const params = { modelName: type.name }
    const { css } = await anki.ask({ action: 'modelStyling', params }, stylingSchema)
    const known = await anki.ask({ action: 'modelTemplates', params }, templatesSchema)
    // A template that was renamed in Anki is left alone: sending one of ours would not find it.
    const there = type.templates.filter(({ name }) => known[name])
    const isSame = there.every(({ name, front, back }) => {
      return isAlike(known[name]?.Front, front) && isAlike(known[name]?.Back, back)
    })
    if (!isSame || !isAlike(css, type.css)) others.push({ ...type, templates: there })
  }
  return others
}

/** Whether two texts differ in nothing but line ends and blanks around them. */
function isAlike(one: string | undefined, other: string): boolean {
  const plain = (text: string) => text.replaceAll('\r\n', '\n').trim().normalize()
  return one !== undefined && plain(one) === plain(other)
}
