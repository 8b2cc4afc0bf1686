import { figure } from '../../language/figures.ts'

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const

/** Bytes as a person reads them, in the language of the page: `3.4 MB`, `3,4 Mo`. */
export function inBytes(bytes: number): string {
  const step = bytes < 1000 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), units.length - 1)
  const value = bytes / 1000 ** step
  const maximumFractionDigits = step > 0 && value < 10 ? 1 : 0
  const unitDisplay = step === 0 ? 'long' : 'short'
  return figure(value, { style: 'unit', unit: units[step], unitDisplay, maximumFractionDigits })
}
