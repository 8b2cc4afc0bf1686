import { SaidError } from '../say/said-error.ts'
import { say, type Said, type SaidValue } from '../say/say.ts'

/** Why Anki did not do what it was asked. */
export type AnkiTroubleReason =
  'unreachable' | 'network' | 'denied' | 'key' | 'version' | 'foreign' | 'closed' | 'failed'

/** What to do about each, in words for the user. */
const remedies: Record<Exclude<AnkiTroubleReason, 'failed'>, Said> = {
  unreachable: say(
    'Nothing answers on this computer. Start Anki, and install the add-on AnkiConnect (in Anki: Tools → Add-ons → Get Add-ons, code 2055492159); then restart Anki and try again. If the browser asked whether this page may reach programs on this computer, allow it.'
  ),
  network: say(
    'The browser does not let this page reach programs on this computer. Click the sign left of the address, allow access to the local network or to apps on this device, and try again.'
  ),
  denied: say(
    'Anki does not let this page in. Try again and press Yes in Anki’s question. If it no longer asks: Tools → Add-ons → AnkiConnect → Config, write this page’s address into webCorsOriginList, take it out of ignoreOriginList, and restart Anki.'
  ),
  key: say(
    'AnkiConnect is set to ask for a key, which this page does not have. In Anki: Tools → Add-ons → AnkiConnect → Config, set apiKey to null, and restart Anki.'
  ),
  version: say(
    'This AnkiConnect is too old. In Anki: Tools → Add-ons → Check for Updates, then restart Anki and try again.'
  ),
  foreign: say(
    'Another program than AnkiConnect answers at 127.0.0.1:8765. Close it, restart Anki, and try again.'
  ),
  closed: say('Anki has no collection open. Choose a profile in Anki, and try again.')
}

/** The one error that `AnkiConnect` rejects with, beside a signal’s reason; its message says what to do. */
export class AnkiTrouble extends SaidError {
  override name = 'AnkiTrouble'
  readonly reason: AnkiTroubleReason

  /** `why` is what Anki says of it, or what is known of that. */
  constructor(...[reason, why]: [Exclude<AnkiTroubleReason, 'failed'>] | ['failed', SaidValue]) {
    super(reason === 'failed' ? say('Anki could not do it: {why}', { why }) : remedies[reason])
    this.reason = reason
  }
}
