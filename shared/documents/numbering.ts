const digits = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** 1–99 as Han numerals (十, 十一, 二十). */
export const hanNumber = (value: number): string => {
  if (!Number.isInteger(value) || value < 1 || value > 99) throw new RangeError(`no Han numeral for ${value}`)
  const tens = Math.floor(value / 10)
  const ones = digits[value % 10] ?? ''
  if (tens === 0) return ones
  return `${tens === 1 ? '' : digits[tens]}十${value % 10 === 0 ? '' : ones}`
}

const inHan = (position: number): string => (position > 99 ? String(position) : hanNumber(position))

/** A heading with its number in the form of its level (GB/T 9704: 一、 （一） 1. （1）). `position` counts from 1; past 99 in digits. */
export const numbered = (level: 1 | 2 | 3 | 4, position: number, text: string): string => {
  const forms = [`${inHan(position)}、`, `（${inHan(position)}）`, `${position}.`, `（${position}）`]
  return `${forms[level - 1]}${text}`
}
