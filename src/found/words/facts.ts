/**
 * Words before a colon that say how things are with a journey, a day or a program: where two of them
 * stand together, what stands beside them is no term either. Small letters.
 */
export const facts: ReadonlySet<string> = new Set(
  `hotel flight train bus check-in check-out budget mood slept weather wake-up steps kcal servings options timeout severity owner pager on-call
  status repo repository assignee priority stakeholders sprint due deadline zuständig priorität frist timeouts retries attempts stimmung wetter geschlafen flug zug unterkunft vuelo tren presupuesto alojamiento vol
  hébergement météo отель рейс поезд погода настроение lend rong ilm tuju`.split(/\s+/)
)
