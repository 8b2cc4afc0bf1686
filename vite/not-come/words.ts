/** What stands in the page until it is there, in each language: `npm run messages` looks for it here. */
export const words = {
  late: 'The page has not come yet. Check the connection and reload. If that does not help, a blocker or an old browser may keep it away.',
  reload: 'Reload',
  scriptless: 'Laegna AI Training needs JavaScript: switch it on and reload the page.'
}
