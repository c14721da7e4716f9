/** Chance that can be had again: the same seed gives the same faults. */
export type Chance = {
  /** A whole number from 0 up to but not including `limit`. */
  below(limit: number): number
  pick<Value>(values: readonly [Value, ...Value[]]): Value
  /** The bytes with one bit turned over, and where it was. */
  flipped(bytes: Uint8Array): { bytes: Buffer; at: number }
}

const hashOf = (text: string): number =>
  [...text].reduce((hash, letter) => Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16_777_619), 2_166_136_261)

/** `name` keeps the runs apart, so that one of them alone gives the same faults as all together. */
export function chanceOf(seed: number, name: string): Chance {
  let state = (hashOf(name) ^ seed) >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  return {
    below,
    pick: (values) => values[below(values.length)] ?? values[0],
    flipped: (bytes) => {
      const [copy, at] = [Buffer.from(bytes), below(bytes.length)]
      copy[at] = (copy[at] ?? 0) ^ (1 << below(8))
      return { bytes: copy, at }
    }
  }
}
