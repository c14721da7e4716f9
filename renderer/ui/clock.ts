const two = (value: number): string => String(value).padStart(2, '0')

/** 09:12, on this PC's clock. */
export const timeOf = (at: Date): string => `${two(at.getHours())}:${two(at.getMinutes())}`

/** 2026-11-21, on this PC's clock. */
export const dayOf = (iso: string): string => {
  const at = new Date(iso)
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}

/** 2026-11-21 09:12, as in tables. */
export const dayAndTime = (iso: string): string => `${dayOf(iso)} ${timeOf(new Date(iso))}`

/** 2026-11-21 09:12:05, where seconds tell entries apart. */
export const dayAndSeconds = (iso: string): string => `${dayAndTime(iso)}:${two(new Date(iso).getSeconds())}`

/** 11月21日 09:12, as in sentences. */
export function inSentence(iso: string): string {
  const at = new Date(iso)
  return `${at.getMonth() + 1}月${at.getDate()}日 ${timeOf(at)}`
}
