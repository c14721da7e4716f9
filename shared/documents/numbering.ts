const digits = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** 1–99 as Han numerals (十, 十一, 二十); a document with a hundred headings of one level does not exist. */
export const hanNumber = (value: number): string => {
  if (!Number.isInteger(value) || value < 1 || value > 99) throw new RangeError(`no Han numeral for ${value}`)
  const tens = Math.floor(value / 10)
  const ones = digits[value % 10] ?? ''
  if (tens === 0) return ones
  return `${tens === 1 ? '' : digits[tens]}十${value % 10 === 0 ? '' : ones}`
}

/** A heading with its number in the form of its level (GB/T 9704: 一、 （一） 1. （1）). `position` counts from 1. */
export const numbered = (level: 1 | 2 | 3 | 4, position: number, text: string): string => {
  const number = { 1: () => `${hanNumber(position)}、`, 2: () => `（${hanNumber(position)}）`, 3: () => `${position}.`, 4: () => `（${position}）` }
  return `${number[level]()}${text}`
}
