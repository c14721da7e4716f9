import { random } from './crypto.ts'

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const checkAlphabet = `${alphabet}*~$=U`

const numberOf = (symbols: string): bigint =>
  [...symbols].reduce((total, symbol) => total * 32n + BigInt(alphabet.indexOf(symbol)), 0n)

const checkSymbol = (symbols: string): string => checkAlphabet[Number(numberOf(symbols) % 37n)] ?? ''

/** 160 random bits as Crockford base32 with its check symbol: eight groups of four, then the check symbol. */
export function newRecoveryCode(): string {
  const symbols = [...random(32)].map((byte) => alphabet[byte & 31]).join('')
  return `${symbols.match(/.{4}/g)?.join('-')}-${checkSymbol(symbols)}`
}

/**
 * The 32 symbols of a code as typed, or null when its length or check symbol is wrong. Blanks, dashes and case do
 * not matter; O is read as 0, I and L as 1, full width as half width.
 */
export function readRecoveryCode(typed: string): string | null {
  const tidy = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-—–－]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  const [symbols, check] = [tidy.slice(0, 32), tidy.slice(32)]
  if (symbols.length !== 32 || [...symbols].some((symbol) => !alphabet.includes(symbol))) return null
  return check === checkSymbol(symbols) ? symbols : null
}
