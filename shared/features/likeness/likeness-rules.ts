import type { MarkedText } from '../search/search.ts'
import { type AlikePair, type ComparedText, likenessSettings } from './likeness.ts'
import { foldedNames, type Sentence, sentenceOf, splitSentences, tellingSentences, tells } from './sentences.ts'

type Settings = Pick<typeof likenessSettings, 'shortest'> & { sentenceShare: number }

/** The pairs of neighbouring characters of a sentence. */
const pairsOf = (plain: string): string[] =>
  Array.from({ length: Math.max(0, plain.length - 1) }, (_one, at) => plain.slice(at, at + 2))

function tally(pairs: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const pair of pairs) counts.set(pair, (counts.get(pair) ?? 0) + 1)
  return counts
}

/** The units of `one` that stand in a pair the other sentence has too. */
function agreeing(one: Sentence, other: Sentence): MarkedText {
  const pairs = new Set(pairsOf(other.plain))
  const held = new Set<number>()
  for (const [at, pair] of pairsOf(one.plain).entries()) if (pairs.has(pair)) held.add(at).add(at + 1)
  const ranges: MarkedText['ranges'] = []
  for (const at of [...held].sort((a, b) => a - b)) {
    const [place = 0, last] = [one.places[at], ranges.at(-1)]
    if (last !== undefined && last[1] === place) last[1] = place + 1
    else ranges.push([place, place + 1])
  }
  return { text: one.text, ranges }
}

/** A sentence of the record and its like in another record; `share` in per cent. */
export type Match = { own: number; other: Sentence; share: number }

/** Names and numbers that a glance does not leave out spoil pairs: a sentence is looked at closely from this part of the share on. */
const glance = 0.6

const pairAt = (a: number, b: number): number => a * 65536 + b

/**
 * Compares one record with others, each in little time: most sentences are laid aside by a glance at their pairs of
 * characters. What is compared: sentences without numbers, days and the names of people the record itself names; set
 * phrases and short sentences do not count. Two sentences are alike when they share `sentenceShare` per cent of their
 * pairs.
 */
export class Comparison {
  readonly sentences: readonly Sentence[]
  readonly #settings: Settings
  /** For each pair of characters, the sentences that have it. */
  readonly #holders = new Map<number, number[]>()
  readonly #tallies: readonly Map<string, number>[]
  /** How many pairs of a sentence under the eye each own sentence has, for use in one go. */
  readonly #shared: Uint16Array

  constructor(own: ComparedText, settings: Settings = likenessSettings) {
    this.#settings = settings
    this.sentences = tellingSentences(own, settings.shortest)
    this.#tallies = this.sentences.map(({ plain }) => tally(pairsOf(plain)))
    this.#shared = new Uint16Array(this.sentences.length)
    for (const [index, { plain }] of this.sentences.entries())
      for (let at = 1; at < plain.length; at += 1) {
        const pair = pairAt(plain.charCodeAt(at - 1), plain.charCodeAt(at))
        const known = this.#holders.get(pair)
        if (known === undefined) this.#holders.set(pair, [index])
        else if (known.at(-1) !== index) known.push(index)
      }
  }

  /** The best like in the other record for each sentence that has one. */
  matches({ text, names }: ComparedText): Match[] {
    const best = new Map<number, Match>()
    let folded: string[] | null = null
    for (const raw of splitSentences(text)) {
      const candidates = this.#candidates(raw)
      if (candidates.length === 0) continue
      folded ??= foldedNames(names)
      const other = sentenceOf(raw, folded)
      if (!tells(other, this.#settings.shortest)) continue
      for (const match of this.#matchesOf(other, candidates))
        if (match.share > (best.get(match.own)?.share ?? 0)) best.set(match.own, match)
    }
    return [...best.values()].sort((a, b) => a.own - b.own)
  }

  /** The own sentences one as written may be like, by a glance at its Han characters only. */
  #candidates(raw: string): number[] {
    if (raw.length < this.#settings.shortest) return []
    const shared = this.#shared.fill(0)
    let [pairs, last] = [0, 0]
    for (let at = 0; at < raw.length; at += 1) {
      const unit = raw.charCodeAt(at)
      if (unit < 0x4e00 || unit > 0x9fff) continue
      if (last !== 0) {
        pairs += 1
        for (const index of this.#holders.get(pairAt(last, unit)) ?? []) shared[index] = (shared[index] ?? 0) + 1
      }
      last = unit
    }
    const least = (this.#settings.sentenceShare * glance) / 200
    const candidates: number[] = []
    for (let index = 0; index < shared.length; index += 1) {
      const length = pairs + (this.sentences[index]?.plain.length ?? 1) - 1
      if ((shared[index] ?? 0) >= least * length) candidates.push(index)
    }
    return candidates
  }

  #matchesOf(other: Sentence, candidates: readonly number[]): Match[] {
    const theirs = tally(pairsOf(other.plain))
    return candidates.flatMap((own) => {
      let [common, length] = [0, other.plain.length - 1]
      for (const [pair, count] of this.#tallies[own] ?? []) {
        common += Math.min(count, theirs.get(pair) ?? 0)
        length += count
      }
      const share = Math.floor((200 * common) / length)
      return share >= this.#settings.sentenceShare ? [{ own, other, share }] : []
    })
  }

  /** The part of the record's compared characters that stands in these sentences, in whole per cent, rounded down. */
  shareOf(sentences: Iterable<number>): number {
    const all = this.sentences.reduce((sum, { plain }) => sum + plain.length, 0)
    let alike = 0
    for (const index of new Set(sentences)) alike += this.sentences[index]?.plain.length ?? 0
    return all === 0 ? 0 : Math.floor((100 * alike) / all)
  }

  /** Both sentences with the characters that agree. */
  pairOf({ own, other, share }: Match): AlikePair {
    const mine = this.sentences[own] ?? other
    return { own: agreeing(mine, other), other: agreeing(other, mine), share }
  }
}
