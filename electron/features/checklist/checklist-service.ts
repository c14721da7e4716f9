import type {
  Bonus,
  ChecklistItem,
  ChecklistMark,
  Proof,
  VetoFinding
} from '../../../shared/features/checklist/checklist.ts'
import type { Day } from '../../../shared/kernel/dates.ts'
import { failure, type Outcome, success } from '../../../shared/kernel/outcome.ts'
import { inReach, outOfReach } from '../../store/reach.ts'
import type { Tables } from '../../store/store.ts'
import { type BranchYear, type ChecklistCall, checkedBranch, itemOf } from './checklist-access.ts'
import { logChange } from './checklist-log.ts'
import { listsOf } from './checklist-lists.ts'
import {
  bonusById,
  bonusesOf,
  markById,
  marksOf,
  proofById,
  proofsOf,
  removeBonus,
  removeMark,
  removeProof,
  removeVeto,
  saveBonus,
  saveMark,
  saveProof,
  saveVeto,
  vetoById,
  vetoesOf
} from './checklist-repository.ts'
import { publishedOn } from './review-repository.ts'

const gone = () => failure('record-unknown', '找不到这条记录，可能已被删除，请刷新。')

/** What is published is not changed any more. */
function openYear(tables: Tables, { organisationId, year }: BranchYear): Outcome<null> {
  const day = publishedOn(tables, organisationId, year)
  return day === null
    ? success(null)
    : failure('review-published', `${year} 年度的考评结果 ${day} 已公布。要改，先由书记或组织委员撤回公布。`)
}

/** A stored record that may be changed or taken away now. */
function changeable<Value extends BranchYear>(
  { store }: ChecklistCall,
  tables: Tables,
  record: Value | null
): Outcome<Value> {
  if (record === null) return gone()
  if (!inReach(store.reach, record.organisationId)) return outOfReach()
  const open = openYear(tables, record)
  return open.ok ? success(record) : open
}

const ahead = (day: Day | null, today: Day) =>
  day === null || day <= today ? null : failure('date-ahead', `发生日期 ${day} 还没到，发生了再记。`, 'happenedOn')

/** What a mark says, as a person reads it. */
const inWords = (mark: ChecklistMark | null): string => {
  if (mark === null) return '没有自评'
  if (mark.notApplicable) return '不适用'
  return mark.score === null ? '没有打分' : `${mark.score} 分`
}

function faultOf(
  { score, note, notApplicable }: ChecklistMark,
  { title, points, kind }: ChecklistItem,
  evidence: boolean
) {
  if (notApplicable && (note ?? '') === '') return failure('reason-missing', '不适用的，请在说明里写清为什么。', 'note')
  if (score !== null && score > points)
    return failure('score-too-high', `${title}最多 ${points} 分，填了 ${score} 分。`, 'score')
  return kind === 'M' && score !== null && !evidence
    ? failure('evidence-missing', '人工打分要有证据：写明证据在哪里，或者先放入材料。', 'evidence')
    : null
}

/** Writes 清单自评 of an item: one of each item, branch and year. What it changed stays to be read, with who and when. */
export function keepMark(call: ChecklistCall, mark: Omit<ChecklistMark, 'id' | 'filedOn'>): Outcome<ChecklistMark> {
  return call.store.write((tables) => {
    const branch = checkedBranch(call, tables, mark.organisationId)
    if (!branch.ok) return branch
    const item = itemOf(tables, mark.year, mark.item)
    if (!item.ok) return item
    const open = openYear(tables, mark)
    if (!open.ok) return open
    const before = marksOf(tables, [mark.organisationId], mark.year).find((one) => one.item === mark.item) ?? null
    const kept = { ...mark, id: before?.id ?? call.newId(), filedOn: before?.filedOn ?? call.today }
    const filed = proofsOf(tables, [mark.organisationId], mark.year).some((one) => one.item === mark.item)
    const fault =
      ahead(mark.happenedOn, call.today) ?? faultOf(kept, item.value, filed || (mark.evidence ?? '').trim() !== '')
    if (fault !== null) return fault
    saveMark(tables, kept)
    logChange(call, tables, kept, [inWords(before), inWords(kept)], kept.note)
    return success(kept)
  })
}

export function dropMark(call: ChecklistCall, id: string): Outcome<null> {
  return call.store.write((tables) => {
    const found = changeable(call, tables, markById(tables, id))
    if (!found.ok) return found
    removeMark(tables, id)
    logChange(call, tables, found.value, [inWords(found.value), inWords(null)])
    return success(null)
  })
}

/** What hangs on a branch and year and is kept and taken away in the same way: proofs, vetoes, 加分. */
type Filing<Value extends BranchYear & { id: string; filedOn: Day }> = {
  byId: (tables: Tables, id: string) => Value | null
  save: (tables: Tables, record: Value) => void
  remove: (tables: Tables, id: string) => void
  fault: (tables: Tables, record: Value) => ReturnType<typeof failure> | null
  /** Under which item a change of it is noted, what it is in words, and what it is called where there is none. */
  item: (record: Value) => string
  words: (record: Value) => string
  none: string
}

function keepFiled<Value extends BranchYear & { id: string; filedOn: Day }>(
  call: ChecklistCall,
  { byId, save, fault, item, words, none }: Filing<Value>,
  record: Value
): Outcome<Value> {
  return call.store.write((tables) => {
    const branch = checkedBranch(call, tables, record.organisationId)
    if (!branch.ok) return branch
    const before = record.id === '' ? record : byId(tables, record.id)
    const open = changeable(call, tables, before)
    if (!open.ok) return open
    const now = openYear(tables, record)
    if (!now.ok) return now
    const refusal = fault(tables, record)
    if (refusal !== null) return refusal
    const { filedOn } = open.value
    const kept = record.id === '' ? { ...record, id: call.newId(), filedOn: call.today } : { ...record, filedOn }
    const was = record.id === '' ? none : words(open.value)
    save(tables, kept)
    logChange(call, tables, { ...record, item: item(kept) }, [was, words(kept)])
    return success(kept)
  })
}

const dropFiled = <Value extends BranchYear & { id: string; filedOn: Day }>(
  call: ChecklistCall,
  { byId, remove, item, words, none }: Filing<Value>,
  id: string
): Outcome<null> =>
  call.store.write((tables) => {
    const open = changeable(call, tables, byId(tables, id))
    if (!open.ok) return open
    remove(tables, id)
    logChange(call, tables, { ...open.value, item: item(open.value) }, [words(open.value), none])
    return success(null)
  })

/** A thing with the day it happened on, where that is known. */
const dated = (text: string, day: Day | null): string => (day === null ? text : `${text}，${day}`)

const proofFiling = ({ today }: ChecklistCall): Filing<Proof> => ({
  ...{ item: ({ item }) => item, none: '没有这份材料' },
  words: ({ title, happenedOn }) => dated(`材料“${title}”`, happenedOn),
  ...{ byId: proofById, save: saveProof, remove: removeProof },
  fault: (tables, { year, item: id, part, happenedOn }) => {
    const item = itemOf(tables, year, id)
    if (!item.ok) return item
    if (part !== null && !item.value.parts.some(({ name }) => name === part))
      return failure('part-unknown', `${id} 没有“${part}”这份材料，请重新选择。`, 'part')
    return ahead(happenedOn, today)
  }
})

const vetoFiling = (): Filing<VetoFinding> => ({
  ...{ item: ({ veto }) => veto, none: '没有否决' },
  words: ({ note }) => `否决：${note}`,
  ...{ byId: vetoById, save: saveVeto, remove: removeVeto },
  fault: (tables, { id, organisationId, year, veto }) => {
    const known = listsOf(tables, year).flatMap(({ content }) => content.vetoes)
    const one = known.find((each) => each.id === veto)
    if (one === undefined) return failure('veto-unknown', '清单里没有这个否决情形，请重新选择。', 'veto')
    if (one.formula !== null) return failure('veto-computed', `“${one.title}”由程序按记录判断，不用填。`, 'veto')
    const twin = vetoesOf(tables, [organisationId], year).some((each) => each.veto === veto && each.id !== id)
    return twin ? failure('veto-there', `“${one.title}”已经记过，请直接修改那一条。`, 'veto') : null
  }
})

const bonusFiling = ({ today }: ChecklistCall): Filing<Bonus> => ({
  ...{ item: () => '加分', none: '没有这项加分' },
  words: ({ title, points, happenedOn }) => dated(`${title}，加 ${points} 分`, happenedOn),
  ...{ byId: bonusById, save: saveBonus, remove: removeBonus },
  fault: (tables, { id, organisationId, year, title, happenedOn }) => {
    const twin = bonusesOf(tables, [organisationId], year).some((one) => one.title === title && one.id !== id)
    return twin ? failure('bonus-there', '这个加分事由已经记过，请直接修改那一条。', 'title') : ahead(happenedOn, today)
  }
})

/** Files a proof of an item; `id` empty makes a new one, its day of filing is today and stays. */
export const keepProof = (call: ChecklistCall, proof: Proof): Outcome<Proof> =>
  keepFiled(call, proofFiling(call), proof)
export const dropProof = (call: ChecklistCall, id: string): Outcome<null> => dropFiled(call, proofFiling(call), id)

/** States a veto that no record tells of (V1, V4–V6), with what it rests on. */
export const keepVeto = (call: ChecklistCall, finding: VetoFinding): Outcome<VetoFinding> =>
  keepFiled(call, vetoFiling(), finding)
export const dropVeto = (call: ChecklistCall, id: string): Outcome<null> => dropFiled(call, vetoFiling(), id)

export const keepBonus = (call: ChecklistCall, bonus: Bonus): Outcome<Bonus> =>
  keepFiled(call, bonusFiling(call), bonus)
export const dropBonus = (call: ChecklistCall, id: string): Outcome<null> => dropFiled(call, bonusFiling(call), id)
