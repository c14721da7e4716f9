import { alertLevelNames, topicOf } from '../../../shared/features/alert/alert.ts'
import type { AlertSetting, AlertSettingWish } from '../../../shared/features/alert/alert-setting.ts'
import { alertTitle } from '../../../shared/features/alert/alert-kinds.ts'
import { type AlertKey, type AlertSnooze, checkSnooze, type SnoozeWish } from '../../../shared/features/alert/snooze.ts'
import { usualDays } from '../../../shared/features/checklist/recurrence-rules.ts'
import { blankRectification, type Rectification } from '../../../shared/features/rectification/rectification.ts'
import { addDays } from '../../../shared/kernel/dates.ts'
import { failure, type Outcome, success } from '../../../shared/kernel/outcome.ts'
import { inReach, outOfReach } from '../../store/reach.ts'
import type { Tables } from '../../store/store.ts'
import { rectificationsOf, saveRectification } from '../rectification/rectification-repository.ts'
import { type AlertCall, shownAlert, type Shown } from './alert-desk.ts'
import { removeSnooze, saveAlertSetting, saveSnooze, snoozeById } from './alert-repository.ts'

/** The finding of a year that is meant, or why there is none. */
function meant(call: AlertCall, tables: Tables, key: AlertKey, year: number): Outcome<Shown> {
  if (!inReach(call.store.reach, key.organisationId)) return outOfReach('organisationId')
  const shown = shownAlert(call, tables, key, year)
  return shown === null
    ? failure('alert-unknown', `这条 ${key.code} ${alertTitle(key.code)}预警已经不在了，请刷新。`)
    : success(shown)
}

/** Puts a finding off, in place of an earlier time; it comes back by itself. */
export function snoozeAlert(call: AlertCall, wish: SnoozeWish & { year: number }): Outcome<AlertSnooze> {
  return call.store.write((tables) => {
    const checked = checkSnooze(wish, call.today)
    if (!checked.ok) return checked
    const found = meant(call, tables, wish, wish.year)
    if (!found.ok) return found
    const { organisationId, code, until, reason } = wish
    const kept = {
      ...{ id: call.newId(), organisationId, code, subject: topicOf(wish), until, reason },
      ...{ at: call.today, accountName: call.accountName }
    }
    saveSnooze(tables, kept)
    return success(kept)
  })
}

/** Brings a finding back at once. */
export function wakeAlert({ store }: AlertCall, id: string): Outcome<null> {
  return store.write((tables) => {
    const stored = snoozeById(tables, id)
    if (stored === null) return failure('record-unknown', '这次推迟已经取消，请刷新。')
    if (!inReach(store.reach, stored.organisationId)) return outOfReach()
    removeSnooze(tables, id)
    return success(null)
  })
}

/** Switches a code off or on again for the whole office. */
export function keepAlertSetting(call: AlertCall, wish: AlertSettingWish): Outcome<AlertSetting> {
  if (call.store.reach !== null)
    return failure(
      'out-of-reach',
      '预警设置管整个单位，管理范围限定到某个党组织的使用人不能改；请由不限范围的书记来改。'
    )
  return call.store.write((tables) => {
    const kept = { ...wish, changedOn: call.today, accountName: call.accountName }
    saveAlertSetting(tables, kept)
    return success(kept)
  })
}

/** What the problem is about, without saying twice what the message begins with. */
function problemOf({ view }: Shown): string {
  const { topic, message } = view
  const rest = message.startsWith(topic) ? message.slice(topic.length) : message
  return `${topic}：${rest}`.slice(0, 500)
}

const isOpen = ({ closedOn, passedUpOn }: Rectification): boolean => closedOn === null && passedUpOn === null

/** A rectification out of a finding; its problem begins with what the finding is about, by which it is known again. */
export function rectifyAlert(call: AlertCall, { year, ...key }: AlertKey & { year: number }): Outcome<Rectification> {
  return call.store.write((tables) => {
    const found = meant(call, tables, key, year)
    if (!found.ok) return found
    const { topic, code, level, title } = found.value.view
    const source = `预警 ${code}`
    const twin = rectificationsOf(tables, [key.organisationId]).find(
      (one) => isOpen(one) && one.year === year && one.source === source && one.problem.startsWith(`${topic}：`)
    )
    if (twin !== undefined)
      return failure('rectification-open', `“${topic}”已有一条整改没有办完，请在整改台账里接着办。`)
    const kept: Rectification = {
      ...{ ...blankRectification, id: call.newId(), organisationId: key.organisationId, year, source },
      problem: problemOf(found.value),
      target: `消除这条${alertLevelNames[level]}预警（${code} ${title}）`,
      dueOn: addDays(call.today, usualDays)
    }
    saveRectification(tables, kept)
    return success(kept)
  })
}
