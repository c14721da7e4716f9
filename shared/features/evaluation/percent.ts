/** A share as paper shows it, one digit after the point, rounded half up; '' of nothing. Whole numbers all the way. */
export function percentOf(count: number, of: number): string {
  if (of === 0) return ''
  const tenths = Math.floor((2000 * count + of) / (2 * of))
  return `${Math.floor(tenths / 10)}.${tenths % 10}%`
}
