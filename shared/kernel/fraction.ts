/** An exact share of whole numbers; `over` is above nought. */
export type Fraction = { parts: bigint; over: bigint }

export const fraction = (parts: number | bigint, over: number | bigint = 1n): Fraction => ({
  parts: BigInt(parts),
  over: BigInt(over)
})

export const sumOf = (all: readonly Fraction[]): Fraction =>
  all.reduce(
    (sum, one) => ({ parts: sum.parts * one.over + one.parts * sum.over, over: sum.over * one.over }),
    fraction(0)
  )

export const times = (one: Fraction, other: Fraction): Fraction => ({
  parts: one.parts * other.parts,
  over: one.over * other.over
})

/** Below 0 where `one` is the smaller, above 0 where it is the greater; never rounded. */
export function compare(one: Fraction, other: Fraction): number {
  const [left, right] = [one.parts * other.over, other.parts * one.over]
  return left < right ? -1 : left > right ? 1 : 0
}

/** With so many digits after the point, half up; for what is not negative. */
export function rounded({ parts, over }: Fraction, digits: number): string {
  const scale = 10n ** BigInt(digits)
  const text = ((2n * parts * scale + over) / (2n * over)).toString().padStart(digits + 1, '0')
  return `${text.slice(0, -digits)}.${text.slice(-digits)}`
}

/** A number somebody typed, such as 87.45, as what it says and not as its binary neighbour; six digits at most. */
export const typed = (value: number): Fraction => fraction(BigInt(value.toFixed(6).replace('.', '')), 1_000_000n)

export const minus = (one: Fraction, other: Fraction): Fraction =>
  sumOf([one, { parts: -other.parts, over: other.over }])

/** `other` is above nought. */
export const dividedBy = (one: Fraction, other: Fraction): Fraction =>
  times(one, { parts: other.over, over: other.parts })

/** The same share in the smallest whole numbers: sums of many shares grow long without it. */
export function reduced({ parts, over }: Fraction): Fraction {
  let [one, other] = [parts < 0n ? -parts : parts, over]
  while (other !== 0n) [one, other] = [other, one % other]
  return { parts: parts / one, over: over / one }
}

export const isNought = ({ parts }: Fraction): boolean => parts === 0n
