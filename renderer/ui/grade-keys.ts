/** The grade a key on a row stands for: 1 to 4 in their order; 0, Backspace and Delete take it away; undefined for any other. */
export function gradeOfKey<Grade extends string>(key: string, grades: readonly Grade[]): Grade | null | undefined {
  if (key === '0' || key === 'Backspace' || key === 'Delete') return null
  return /^[1-4]$/.test(key) ? grades[Number(key) - 1] : undefined
}
