import type { Place, TrainingChoice } from '../../laegna.ts'

/** The system of this machine, by what its browser says of itself. */
export function placeHere({ userAgent, maxTouchPoints }: Navigator = navigator): Place {
  if (userAgent.includes('Android')) return 'android'
  // An iPad says that it is a Mac, and no Mac has a screen to touch.
  if (/iPhone|iPad/.test(userAgent) || (userAgent.includes('Mac OS') && maxTouchPoints > 1)) {
    return 'ios'
  }
  if (userAgent.includes('Windows')) return 'windows'
  return userAgent.includes('Mac OS') ? 'macos' : 'linux'
}

/** The system that a model is trained on: the one here, where it can. */
export function trainingSystem(): TrainingChoice['system'] {
  const place = placeHere()
  return place === 'android' || place === 'ios' ? 'linux' : place
}
