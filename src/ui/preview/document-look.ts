import { documentStyle } from '../../laegna.ts'
import './document.css'

// As a sheet of its own: the page's policy lets no `<style>` in.
const sheet = new CSSStyleSheet()
sheet.replaceSync(documentStyle)
document.adoptedStyleSheets.push(sheet)
