import { percentOf } from './poll-words.ts'

type Props = { shares: Readonly<Record<string, string>>; grades: readonly string[] }

/** The weighted shares of the grades side by side, in the colours and hatches of every other distribution. */
export function ShareBar({ shares, grades }: Props) {
  const words = grades.map((grade) => `${grade} ${percentOf(shares[grade] ?? '0')}`).join('，')
  return (
    <span className="grade-bar" role="img" aria-label={words} title={words}>
      {grades.map((grade, at) => {
        const share = Number(shares[grade] ?? '0')
        return share === 0 ? null : <i key={grade} className={`grade-${at}`} style={{ flex: share }} />
      })}
    </span>
  )
}
