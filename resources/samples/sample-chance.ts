/** Even numbers below a limit. */
export type Chance = (below: number) => number

/** A small generator with a seed (mulberry32): the same sample on every machine. */
export function seeded(seed: number): Chance {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let value = Math.imul(state ^ (state >>> 15), 1 | state)
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value
    return Math.floor((((value ^ (value >>> 14)) >>> 0) / 4294967296) * below)
  }
}

/** A generator of its own for each person and meeting: whoever adds one leaves the others as they were. */
export function chanceOf(key: string): Chance {
  let seed = 0x811c9dc5 ^ 20261121
  for (const char of key) seed = Math.imul(seed ^ (char.codePointAt(0) ?? 0), 0x01000193)
  const pick = seeded(seed)
  pick(2)
  return pick
}

export function oneOf<Value>(pick: Chance, list: readonly Value[]): Value {
  const value = list[pick(list.length)]
  if (value === undefined) throw new Error('nothing to choose from')
  return value
}

/** Up to `count` of the list, none twice, in the order drawn. */
export function severalOf<Value>(pick: Chance, list: readonly Value[], count: number): Value[] {
  const left = [...list]
  const drawn: Value[] = []
  while (drawn.length < count && left.length > 0) drawn.push(...left.splice(pick(left.length), 1))
  return drawn
}
