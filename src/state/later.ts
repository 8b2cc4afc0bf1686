import { emptyBin } from '../storage/bin.ts'
import { ModelAnswers } from './cards/model-answers.svelte.ts'
import { tellOfCutOff } from './export/cut-off.ts'
import { Folder } from './folder/folder.svelte.ts'
import { FoundCards } from './found/found-cards.svelte.ts'
import { Arrivals } from './import/arrivals.ts'
import { Updates } from './page/updates.ts'

/** What the page asks for at each visit, behind its text, in one: each import() is a file of its own. */
export const later = { emptyBin, ModelAnswers, tellOfCutOff, Folder, FoundCards, Arrivals, Updates }
