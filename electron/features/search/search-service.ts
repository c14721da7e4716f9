import { queryOf, queryOfName, wordsOf } from '../../../shared/kernel/search-words.ts'
import { labelOf } from '../../../shared/features/organisation/organisation.ts'
import {
  dateOfNumber,
  dayNumberOf,
  kindOfNumber,
  type SearchHit,
  type SearchKind
} from '../../../shared/features/search/search.ts'
import {
  excerptOf,
  type HitCounts,
  type HitFilter,
  marked,
  ranked,
  sortedOut
} from '../../../shared/features/search/search-rules.ts'
import { inReach } from '../../store/reach.ts'
import type { Store, Tables } from '../../store/store.ts'
import { allOrganisations } from '../organisation/organisation-repository.ts'
import { foundTexts, numbersFound } from './search-repository.ts'

/** Who searches: `hidden` are kinds of records that are not his to read. */
export type Searcher = { store: Store; hidden: readonly SearchKind[] }

export type SearchAnswer = { hits: SearchHit[]; total: number; counts: HitCounts }

const nothing: SearchAnswer = { hits: [], total: 0, counts: { kinds: {}, years: {} } }

/** Everything the words find, and what of it is called so. */
function look(tables: Tables, { store, hidden }: Searcher, words: readonly string[]) {
  const find = (match: string): number[] =>
    numbersFound(tables, match, store.reach).filter((number) => {
      const kind = kindOfNumber(number)
      return kind !== undefined && !hidden.includes(kind)
    })
  const word = words.join('')
  return { all: find(queryOf(words)), tiers: [find(queryOfName(word, true)), find(queryOfName(word, false))] }
}

function hitsOf(tables: Tables, store: Store, numbers: readonly number[], words: readonly string[]): SearchHit[] {
  const texts = foundTexts(tables, numbers)
  const labels = new Map(allOrganisations(tables).map((one) => [one.id, labelOf(one)]))
  return numbers.flatMap((number) => {
    const found = texts.get(number)
    if (found === undefined) return []
    const organisationId = found.organisations.find((id) => inReach(store.reach, id)) ?? null
    const day = dayNumberOf(number)
    return {
      kind: found.record,
      id: found.recordId,
      title: marked(found.title, words),
      excerpt: excerptOf(found.text, words),
      date: dateOfNumber(day),
      organisation: labels.get(organisationId ?? '') ?? '',
      organisationId,
      former: found.record === 'member' && day === 0,
      memberId: found.memberId,
      meetingId: found.meetingId
    }
  })
}

/** All records with all the words, best first, a page of them; and how many there are by kind and year. */
export async function searchAll(
  searcher: Searcher,
  text: string,
  { offset, limit, ...filter }: HitFilter & { offset: number; limit: number }
): Promise<SearchAnswer> {
  const words = wordsOf(text)
  if (words.length === 0) return nothing
  const { store } = searcher
  await store.settled()
  return store.read((tables) => {
    const { all, tiers } = look(tables, searcher, words)
    const { groups, counts } = sortedOut(all, filter)
    const total = groups.reduce((sum, group) => sum + group.length, 0)
    const called = tiers.map((tier) => sortedOut(tier, filter).groups.flat())
    const page = ranked(groups, called, offset + limit).slice(offset)
    return { hits: hitsOf(tables, store, page, words), total, counts }
  })
}

/** The first few of each kind, for the box on top. */
export async function searchEachKind(searcher: Searcher, text: string, few: number): Promise<SearchAnswer> {
  const words = wordsOf(text)
  if (words.length === 0) return nothing
  const { store } = searcher
  await store.settled()
  return store.read((tables) => {
    const { all, tiers } = look(tables, searcher, words)
    const { groups, counts } = sortedOut(all, { kinds: [], year: null })
    const best = groups.flatMap((group) => {
      const kind = kindOfNumber(group[0] ?? -1)
      const called = tiers.map((tier) => tier.filter((number) => kindOfNumber(number) === kind))
      return ranked([group], called, few)
    })
    return { hits: hitsOf(tables, store, best, words), total: all.length, counts }
  })
}
