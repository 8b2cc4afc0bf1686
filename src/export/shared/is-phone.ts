import type { Place } from '../contract.ts'

/** Whether files are shared from app to app there, and nothing is clicked twice. */
export function isPhone(place: Place): boolean {
  return place === 'android' || place === 'ios'
}
