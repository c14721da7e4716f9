import {
  type Handover,
  handoverDocument,
  type OpenMatter,
  type SettingLine,
  type TermLine
} from '../../../shared/features/handover/handover-document.ts'
import { itemsOf } from '../../../shared/features/checklist/checklist.ts'
import { inYear } from '../../../shared/features/checklist/self-check-document.ts'
import { meetingTitle } from '../../../shared/features/meeting/meeting.ts'
import { labelOf, type Organisation } from '../../../shared/features/organisation/organisation.ts'
import { termRunsTo } from '../../../shared/features/organisation/organisation-rules.ts'
import { packGroupNames, packGroups, usualScheme } from '../../../shared/features/pack/volume-scheme.ts'
import { rectificationState } from '../../../shared/features/rectification/rectification.ts'
import { taskState, taskStateWords } from '../../../shared/features/task/task-rules.ts'
import { type Day, dayOnPaper, yearOf } from '../../../shared/kernel/dates.ts'
import { type Outcome, success } from '../../../shared/kernel/outcome.ts'
import { settableOf, valueInWords } from '../../../shared/rulebook/rule.ts'
import { isRuleId, type RuleBook } from '../../../shared/rulebook/rule-book.ts'
import { editionOn, rulesInForce } from '../../../shared/rulebook/rules-in-force.ts'
import type { Tables } from '../../store/store.ts'
import { type AlertCall, type AlertDesk, alertDesk } from '../alert/alert-desk.ts'
import { listsOf } from '../checklist/checklist-lists.ts'
import { meetingById } from '../meeting/meeting-repository.ts'
import { allOrganisations } from '../organisation/organisation-repository.ts'
import type { Paper } from '../paper/paper.ts'
import { scopeOf } from '../plan/plan-facts.ts'
import { rectificationsOf } from '../rectification/rectification-repository.ts'
import { ruleBookOf } from '../rule/rule-repository.ts'
import { readSettings } from '../setting/setting-service.ts'
import { tasksOf } from '../task/task-repository.ts'

/** Paper has no blanks between figures and words, and days in words. */
const closed = (words: string, year = 0): string => inYear(words, year).replaceAll(' ', '')

const titleOfMeeting = (tables: Tables, id: string | null | undefined): string => {
  const meeting = id == null ? null : meetingById(tables, id)
  return meeting === null ? '' : meetingTitle(meeting)
}

type Labels = ReadonlyMap<string, string>

const openTasks = (tables: Tables, labels: Labels, today: Day): OpenMatter[] =>
  tasksOf(tables, [...labels.keys()])
    .filter((task) => taskState(task, today) !== 'done')
    .map((task) => ({
      ...{ label: labels.get(task.organisationId) ?? '', subject: task.subject, due: task.dueOn },
      origin: titleOfMeeting(tables, task.source?.meetingId),
      person: task.person?.name ?? '',
      state: closed(taskStateWords(task, today))
    }))

function openRectifications(tables: Tables, labels: Labels, today: Day): OpenMatter[] {
  const titles = new Map(
    listsOf(tables, yearOf(today)).flatMap(({ content }) => itemsOf(content).map(({ id, title }) => [id, title]))
  )
  return rectificationsOf(tables, [...labels.keys()])
    .filter((one) => rectificationState(one, today) !== 'closed')
    .map((one) => ({
      ...{ label: labels.get(one.organisationId) ?? '', subject: one.problem, due: one.dueOn },
      origin: [
        one.source ?? titleOfMeeting(tables, one.meetingId),
        one.item === null ? '' : `${one.item}${titles.get(one.item) ?? ''}`
      ]
        .filter((words) => words !== '')
        .join('\n'),
      person: one.person?.name ?? '',
      state: `${one.passedUpOn !== null ? '上级督办' : rectificationState(one, today) === 'overdue' ? '逾期' : '整改中'}\n第${one.cycle}轮`
    }))
}

const isTerm = ({ code }: { code: string }): boolean => code === 'W20' || code === 'W21'

function terms(tables: Tables, scope: readonly Organisation[], { alerts, snoozed }: AlertDesk, today: Day): TermLine[] {
  const rules = rulesInForce(ruleBookOf(tables), today)
  const notes = new Map(
    [...alerts, ...snoozed].filter(isTerm).map((one) => [one.organisationId, closed(one.message, yearOf(today))])
  )
  return scope
    .filter(({ kind, electedOn }) => kind !== '党小组' && electedOn !== null)
    .map((one) => ({
      ...{ label: labelOf(one), electedOn: one.electedOn, endsOn: termRunsTo(one, rules) },
      note: notes.get(one.id) ?? ''
    }))
}

/** What is set otherwise than the program brings it, of whatever year, in the order it begins to hold. */
function ruleLines(book: RuleBook, today: Day): SettingLine[] {
  const { overrides, packages, holidays } = book
  const own = overrides.flatMap((one): SettingLine[] => {
    const { ruleId, parameter: name, fromYear, value, note, accountName, changedOn } = one
    if (!isRuleId(ruleId)) return []
    const rule = editionOn(book, ruleId, today)
    const parameter = settableOf(rule).find((each) => each.name === name)
    const set = parameter === undefined || value === null ? '按程序带的规则' : closed(valueInWords(parameter, value))
    return [
      {
        subject: `${ruleId}${rule.title}\n${parameter?.label ?? ''}`,
        value: `${set}，${fromYear}年起`,
        ...{ note, by: `${accountName}\n${dayOnPaper(changedOn)}` }
      }
    ]
  })
  const taken = packages.map(({ title, takenOn }) => {
    return { subject: '规则包', value: title, note: '', by: dayOnPaper(takenOn) }
  })
  const days = Object.entries(holidays ?? {}).map(([year, { off, worked }]) => ({
    ...{ subject: `${year}年节假日`, value: `放假${off.length}段，调休上班${worked.length}天` },
    ...{ note: '按单位自己登记的放假安排算工作日', by: '' }
  }))
  return [...own, ...taken, ...days]
}

function alertLines({ off, snoozed }: AlertDesk, isOfMany: boolean): SettingLine[] {
  return [
    ...off.map(({ code, title, reason, accountName, changedOn }) => ({
      ...{ subject: `预警${code}${title}`, value: '停用', note: reason },
      by: `${accountName}\n${dayOnPaper(changedOn)}`
    })),
    ...snoozed.map(({ code, title, label, topic, snooze }) => ({
      subject: `预警${code}${title}\n${isOfMany ? `${label}：` : ''}${topic}`,
      value: `推迟到${dayOnPaper(snooze.until)}`,
      note: snooze.reason,
      by: `${snooze.accountName}\n${dayOnPaper(snooze.at)}`
    }))
  ]
}

function volumeLines(tables: Tables): SettingLine[] {
  const { volumes, places } = readSettings(tables, 'volumes')
  const renamed = volumes.filter(
    ({ number, name }) => !usualScheme.volumes.some((one) => one.number === number && one.name === name)
  )
  const moved = packGroups.filter((group) => places[group] !== usualScheme.places[group])
  if (renamed.length === 0 && moved.length === 0 && volumes.length === usualScheme.volumes.length) return []
  const value = [
    ...renamed.map(({ number, name }) => `${number}${name}`),
    ...moved.map((group) => `${packGroupNames[group]}归第${places[group]}卷`)
  ].join('\n')
  return [{ subject: '台账分卷', value: value === '' ? `共${volumes.length}卷` : value, note: '', by: '' }]
}

/** 工作交接单 of an organisation with all below it, as the records stand today. */
export function handoverPaper(call: AlertCall, organisationId: string): Outcome<Paper> {
  const { store, today } = call
  return store.read((tables) => {
    const organisations = allOrganisations(tables)
    const found = scopeOf(store, organisations, organisationId)
    if (!found.ok) return found
    const desk = alertDesk(call, { organisationId, year: yearOf(today) })
    if (!desk.ok) return desk
    const scope = found.value
    const labels = new Map(scope.map((one) => [one.id, labelOf(one)]))
    const isOfMany = scope.filter(({ kind }) => kind !== '党小组').length > 1
    const book = ruleBookOf(tables)
    const handover: Handover = {
      ...{ organisation: scope.find(({ id }) => id === organisationId)?.name ?? '', isOfMany, date: today },
      tasks: openTasks(tables, labels, today),
      rectifications: openRectifications(tables, labels, today),
      terms: terms(tables, scope, desk.value, today),
      vacancies: desk.value.alerts
        .filter(({ code }) => code === 'W22')
        .map(({ label, message }) => ({ label, message: closed(message, yearOf(today)) })),
      settings: [...ruleLines(book, today), ...alertLines(desk.value, isOfMany), ...volumeLines(tables)]
    }
    const document = handoverDocument(handover)
    return success({ title: document.meta.title, document })
  })
}
