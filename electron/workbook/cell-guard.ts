/**
 * Spreadsheets run what begins like a formula, also after blanks and invisible characters (security.md §3.8).
 * An apostrophe in front keeps such text text. Text that begins with apostrophes and then like a formula gets one more, so that
 * taking away one on reading always gives back what was written.
 */
const dangerous = /^'*[\s\u200b-\u200f\u2060\ufeff]*[=+\-@|%\t\r＝＋－＠]/

/** White space alone at the start that is a tab or CR is dangerous in itself, so it is tested before blanks are skipped. */
const needsGuard = (text: string): boolean => dangerous.test(text) || /^'*[\t\r]/.test(text)

export const guardText = (text: string): string => (needsGuard(text) ? `'${text}` : text)

export const unguardText = (text: string): string => (text.startsWith("'") && needsGuard(text) ? text.slice(1) : text)
