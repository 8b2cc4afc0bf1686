import { markPage } from './language/language.ts'

/*
 * The page begins here, before it is known in which language: the build puts in that its texts are
 * loaded first. See vite/texts.
 */
markPage()
void import('./page.ts')
