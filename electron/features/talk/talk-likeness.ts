import type { AlikeRecord, Likeness } from '../../../shared/features/likeness/likeness.ts'
import { Comparison } from '../../../shared/features/likeness/likeness-rules.ts'
import { labelOf } from '../../../shared/features/organisation/organisation.ts'
import { type StoredTalk, type Talk, type TalkContents, talkPoints } from '../../../shared/features/talk/talk.ts'
import { talkKindName } from '../../../shared/features/talk/talk-kinds.ts'
import { type Outcome, success } from '../../../shared/kernel/outcome.ts'
import { allOrganisations } from '../organisation/organisation-repository.ts'
import { mayRead, type TalkCall } from './talk-access.ts'
import { talkIds, talkById } from './talk-repository.ts'
import { readTalk } from './talk-service.ts'

/** Records shown, sentences of each, and the longest stretch of work before others are let in, in milliseconds. */
const [mostRecords, mostPairs, slice] = [10, 40, 15]

const textOf = ({ points, opinions, faults, attitude, difficulties, reason }: TalkContents): string =>
  [reason, ...talkPoints.map((point) => points[point]), opinions, faults, attitude, difficulties]
    .filter((part) => part !== null)
    .join('\n')

const comparedOf = ({ talker, partner }: Pick<Talk, 'talker' | 'partner'>, contents: TalkContents) => ({
  text: textOf(contents),
  names: [talker.name, partner.name]
})

/** `own` are the sentences of the talk that are alike, by their place. */
type Found = Omit<AlikeRecord, 'organisation'> & { organisationId: string; own: number[]; guarded: boolean }

function foundIn(comparison: Comparison, { contents, ...talk }: StoredTalk): Found | null {
  if (contents === null) return null
  const matches = comparison.matches(comparedOf(talk, contents))
  if (matches.length === 0) return null
  return {
    ...{ id: talk.id, date: talk.date, organisationId: talk.organisationId, sameEvent: false },
    own: matches.map((match) => match.own),
    guarded: talk.level === 'L2',
    title: `${talk.talker.name}同${talk.partner.name}的${talkKindName(talk.kind)}`,
    share: comparison.shareOf(matches.map((match) => match.own)),
    pairs: matches.slice(0, mostPairs).map((match) => comparison.pairOf(match))
  }
}

const letOthersIn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/**
 * What was said in a talk against every other talk of L1 and L2 that is the reader's to read: what is copied from one
 * conversation into another. Only warns. That sentences of an L2 talk were shown is noted; L3 talks are not looked into.
 */
export async function likenessOfTalk(call: TalkCall, id: string): Promise<Outcome<Likeness>> {
  const { store, reader } = call
  const read = readTalk(call, id, 'talk.read')
  if (!read.ok) return read
  const comparison = new Comparison(comparedOf(read.value, read.value.contents))
  const others = store.read(talkIds).filter((other) => other !== id)
  const found: Found[] = []
  let compared = 0
  let started = performance.now()
  for (const other of comparison.sentences.length === 0 ? [] : others) {
    if (performance.now() - started > slice) {
      await letOthersIn()
      started = performance.now()
    }
    const stored = store.read((tables) => talkById(tables, other))
    if (stored === null || stored.level === 'L3' || !mayRead(store, reader, stored)) continue
    compared += 1
    const one = foundIn(comparison, stored)
    if (one !== null) found.push(one)
  }
  const labels = new Map(store.read(allOrganisations).map((one) => [one.id, labelOf(one)]))
  const alike = new Set(found.flatMap(({ own }) => own))
  const records = found
    .sort((one, other) => other.share - one.share)
    .slice(0, mostRecords)
    .map(({ organisationId, own: _own, guarded: _guarded, ...one }) => ({
      ...one,
      organisation: labels.get(organisationId) ?? ''
    }))
  for (const { id: shown } of records)
    if (found.some((one) => one.id === shown && one.guarded)) store.note('talk.read', 'ok', shown)
  return success({
    share: comparison.shareOf(alike),
    counted: comparison.sentences.length,
    ...{ alike: alike.size, compared, found: found.length, records }
  })
}
