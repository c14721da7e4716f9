import { type Day, isDay } from './dates.ts'

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checkDigits = '10X98765432'

/** Full-width digits to half width, blanks out, `x` to `X`. */
export function tidyCitizenId(text: string): string {
  return text
    .replace(/[０-９Ｘｘ]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/\s/g, '')
    .toUpperCase()
}

/** The birth date inside an 18-digit number, or null where there is none. */
export function birthDateOf(citizenId: string): Day | null {
  const day = `${citizenId.slice(6, 10)}-${citizenId.slice(10, 12)}-${citizenId.slice(12, 14)}`
  return isDay(day) ? day : null
}

/** The 17th digit: odd is 男, even is 女. */
export function sexOf(citizenId: string): '男' | '女' {
  return Number(citizenId[16]) % 2 === 1 ? '男' : '女'
}

/** GB 11643: 17 digits, a check character, a birth date that exists. Expects a tidied number. */
export function isCitizenId(citizenId: string): boolean {
  if (!/^\d{17}[\dX]$/.test(citizenId)) return false
  const sum = weights.reduce((total, weight, index) => total + weight * Number(citizenId[index]), 0)
  return checkDigits[sum % 11] === citizenId[17] && birthDateOf(citizenId) !== null
}

/** Digits 7 to 14, the birth date, hidden: the default on paper and on screen (rules.md §11.7). */
export function maskCitizenId(citizenId: string): string {
  return citizenId.length === 18 ? `${citizenId.slice(0, 6)}********${citizenId.slice(14)}` : citizenId
}
