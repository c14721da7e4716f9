import { expect, test } from 'vitest'
import {
  faultOf,
  newEntry,
  nextEntry,
  talkOf,
  tidied,
  usesOf,
  withDate,
  withKind
} from '../../../../renderer/features/talk/talk-entry.ts'

const host = { name: '周启明', memberId: 'm1' }
const guest = { name: '林慧', memberId: 'm2' }
const entry = newEntry({ kind: 'T01', date: '2026-11-21', talker: host, partner: guest, place: '三楼谈心室' })
const base = { id: '', number: '', organisationId: 'o1', recordedOn: '2026-11-21', enteredBy: null }
const todo = { subject: ' 协调人手 ', person: null, dueOn: '2026.12.5', doneOn: null, result: null }

test('a kind brings its usual level, unless the level was set by hand', () => {
  expect(withKind('T07', entry)).toEqual({ kind: 'T07', level: 'L2' })
  expect(withKind('T07', { ...entry, levelChosen: true })).toEqual({ kind: 'T07', level: 'L1' })
})

test('the year goes with the day, unless it was another one', () => {
  expect(withDate('2027-01-08', entry)).toEqual({ date: '2027-01-08', year: 2027 })
  expect(withDate('2027-01-08', { ...entry, year: 2025 })).toEqual({ date: '2027-01-08' })
  expect(withDate('2027', entry)).toEqual({ date: '2027' })
})

test('the next one of a round keeps who asks, when and where, and nothing of what was said', () => {
  const said = {
    ...entry,
    level: 'L2' as const,
    contents: { ...entry.contents, opinions: '早开会', followUps: [todo] }
  }
  expect(nextEntry(said)).toMatchObject({ talker: host, partner: null, date: '2026-11-21', level: 'L2' })
  expect(nextEntry(said).contents).toMatchObject({ place: '三楼谈心室', opinions: null, followUps: [] })
})

test('days and times are read before sending, and empty follow-ups left out', () => {
  const typed = {
    ...entry,
    ...{ date: '2026.11.3', start: '9：00', end: '9:30' },
    contents: { ...entry.contents, followUps: [todo, { ...todo, subject: ' ', dueOn: null }] }
  }
  const { date, start, end, contents } = tidied(typed)
  expect({ date, start, end }).toEqual({ date: '2026-11-03', start: '09:00', end: '09:30' })
  expect(contents.followUps).toEqual([{ ...todo, subject: '协调人手', dueOn: '2026-12-05' }])
})

test('a partner and the talker of a talk of the branch have to be on the roster, one of the level above does not', () => {
  const above = { name: '县局王书记', memberId: null }
  expect(faultOf({ ...entry, talker: above })?.field).toBe('talker')
  expect(faultOf({ ...entry, kind: 'T06', talker: above })).toBeNull()
  expect(faultOf({ ...entry, kind: 'T06', partner: above })?.field).toBe('partner')
  expect(faultOf({ ...entry, partner: null })?.message).toBe('请填谈话对象。')
  expect(faultOf({ ...entry, date: '下周' })?.field).toBe('date')
  expect(faultOf(entry)).toBeNull()
})

test('what is sent has no trace of the form', () => {
  expect(talkOf(base, entry)).toEqual({
    ...base,
    ...{ kind: 'T01', year: 2026, date: '2026-11-21', start: null, end: null, talker: host, partner: guest },
    ...{ level: 'L1', writtenOn: null, contents: entry.contents }
  })
  expect(talkOf(base, { ...entry, partner: null })).toBeNull()
})

test('the form says where a talk is used: a sealed one in nothing that shows its words', () => {
  const open = { ...entry, contents: { ...entry.contents, followUps: [todo] } }
  expect(usesOf(open, true)).toEqual(['覆盖表', '该谈的人', '谈话台账', '谈话计划', '要办的事', '搜索'])
  expect(usesOf({ ...open, level: 'L3' }, false)).toEqual(['覆盖表', '该谈的人', '谈话台账'])
  expect(usesOf({ ...entry, kind: 'T03' }, false)).not.toContain('覆盖表')
})
