import {
  type AlertCounts,
  alertCodes,
  countsOfAlerts,
  inOrderOfUrgency,
  type AlertCode,
  type FoundAlert
} from '../../../shared/features/alert/alert.ts'
import { alertKinds, type AlertKind, alertTitle } from '../../../shared/features/alert/alert-kinds.ts'
import type { AlertSetting } from '../../../shared/features/alert/alert-setting.ts'
import {
  type AlertView,
  alertView,
  type CodeCounts,
  guardedAlert,
  type OffView,
  type SnoozedView
} from '../../../shared/features/alert/alert-view.ts'
import { type AlertSnooze, findingKey, isPutOff } from '../../../shared/features/alert/snooze.ts'
import { isBranch, labelOf, type Organisation } from '../../../shared/features/organisation/organisation.ts'
import { withDescendants } from '../../../shared/features/organisation/organisation-rules.ts'
import type { Day } from '../../../shared/kernel/dates.ts'
import { type Outcome, success } from '../../../shared/kernel/outcome.ts'
import { rulesOfYear } from '../../../shared/rulebook/rules-in-force.ts'
import { inReach } from '../../store/reach.ts'
import type { Store, Tables } from '../../store/store.ts'
import { readRosters, type Rosters } from '../meeting/meeting-judgement.ts'
import { scopeOf } from '../plan/plan-facts.ts'
import { ruleBookOf } from '../rule/rule-repository.ts'
import { alertsOf } from './alert-facts.ts'
import { alertSettings, snoozesOf } from './alert-repository.ts'

/**
 * A call about warnings: `may.talks` to see who has not talked with whom, `may.grades` to see grades, `may.settings` to switch
 * codes off for the office.
 */
export type AlertCall = {
  store: Store
  today: Day
  newId: () => string
  accountName: string
  may: { write: boolean; talks: boolean; grades: boolean; settings: boolean }
}

/** One organisation with all below it, or everything within reach. */
export type AlertWish = { organisationId: string | null; year: number }

/** An organisation of the drill-down; its groups are counted with it, organisations below it are not. */
export type AlertBranch = { id: string; code: string; label: string; kind: Organisation['kind']; counts: AlertCounts }

/** Everything the page of warnings needs; what is put off or switched off is in no count. */
export type AlertDesk = {
  organisation: { id: string; label: string } | null
  year: number
  today: Day
  alerts: AlertView[]
  snoozed: SnoozedView[]
  off: OffView[]
  counts: AlertCounts
  codes: CodeCounts[]
  branches: AlertBranch[]
  may: AlertCall['may']
}

/** A finding with how the page shows it. */
export type Shown = { found: FoundAlert; view: AlertView }

/** The organisations, with the branch above a group: what is asked of a group is found with its branch. */
const withBranches = (all: readonly Organisation[], scope: readonly Organisation[]): Organisation[] => {
  const wanted = new Set(scope.map(({ id }) => id))
  const above = new Set(
    scope.flatMap(({ kind, parentId }) => (kind === '党小组' && parentId !== null ? [parentId] : []))
  )
  return all.filter((one) => wanted.has(one.id) || (above.has(one.id) && isBranch(one)))
}

/** A group with its branch: every branch has a 第一党小组. */
function labelWithBranch(byId: ReadonlyMap<string, Organisation>, one: Organisation): string {
  const above = one.kind === '党小组' ? byId.get(one.parentId ?? '') : undefined
  return above === undefined ? labelOf(one) : `${labelOf(above)}${labelOf(one)}`
}

/** All findings of the organisations as the one who asks may see them, the gravest first. */
export function shownAlerts(
  call: AlertCall,
  tables: Tables,
  scope: readonly Organisation[],
  year: number,
  rosters: Rosters = readRosters(tables)
): Shown[] {
  const found = alertsOf(tables, withBranches(rosters.organisations, scope), { year, today: call.today }, rosters)
  const byId = new Map(rosters.organisations.map((one) => [one.id, one]))
  const byCode = new Map(scope.map((one) => [one.code, { id: one.id, label: labelWithBranch(byId, one) }]))
  return inOrderOfUrgency(found).flatMap((one): Shown[] => {
    const owner = byCode.get(one.organisation)
    const view = owner === undefined ? null : guardedAlert(alertView(one, owner), call.may)
    return view === null ? [] : [{ found: one, view }]
  })
}

const snoozeKey = (organisationId: string, one: Pick<FoundAlert, 'code' | 'subject'>): string =>
  `${organisationId} ${findingKey(one)}`

/** What is put off, by its finding. */
function snoozedViews(shown: readonly Shown[], snoozes: readonly AlertSnooze[], today: Day): SnoozedView[] {
  const known = new Map(snoozes.map((one) => [snoozeKey(one.organisationId, one), one]))
  return shown.flatMap(({ found, view }): SnoozedView[] => {
    const snooze = known.get(snoozeKey(view.organisationId, found))
    if (snooze === undefined || !isPutOff(snooze, found, today)) return []
    const { id, until, reason, at, accountName } = snooze
    return [{ ...view, snooze: { id, until, reason, at, accountName } }]
  })
}

const offViews = (settings: readonly AlertSetting[]): OffView[] =>
  settings
    .filter(({ on }) => !on)
    .map((one) => ({ ...one, title: alertTitle(one.code) }))
    .sort((one, other) => (one.code < other.code ? -1 : 1))

function codeCounts(alerts: readonly AlertView[]): CodeCounts[] {
  const byCode = Map.groupBy(alerts, ({ code }) => code)
  return alertCodes.flatMap((code: AlertCode) => {
    const own = byCode.get(code)
    return own === undefined ? [] : [{ code, title: alertTitle(code), counts: countsOfAlerts(own) }]
  })
}

/** Organisations with their own findings and those of their groups, so that the counts add up to the whole. */
function branchCounts(
  all: readonly Organisation[],
  scope: readonly Organisation[],
  alerts: readonly AlertView[]
): AlertBranch[] {
  const own = Map.groupBy(alerts, ({ organisationId }) => organisationId)
  return scope
    .filter(({ kind }) => kind !== '党小组')
    .map((one) => {
      const inside = isBranch(one) ? withDescendants(all, one.id) : [one.id]
      const counts = countsOfAlerts(inside.flatMap((id) => own.get(id) ?? []))
      return { id: one.id, code: one.code, label: labelOf(one), kind: one.kind, counts }
    })
}

/** The warnings of an organisation and all below it, of a year, as they stand today. */
export function alertDesk(call: AlertCall, { organisationId, year }: AlertWish): Outcome<AlertDesk> {
  return call.store.read((tables) => {
    const all = readRosters(tables).organisations
    const scope = scopeOf(call.store, all, organisationId)
    if (!scope.ok) return scope
    const ids = scope.value.map(({ id }) => id)
    const shown = shownAlerts(call, tables, scope.value, year)
    const snoozed = snoozedViews(shown, snoozesOf(tables, ids), call.today)
    const asleep = new Set(snoozed.map((one) => snoozeKey(one.organisationId, one)))
    const alerts = shown.map(({ view }) => view).filter((view) => !asleep.has(snoozeKey(view.organisationId, view)))
    const root = all.find(({ id }) => id === organisationId)
    return success({
      organisation: root === undefined ? null : { id: root.id, label: labelOf(root) },
      ...{ year, today: call.today, alerts, snoozed, off: offViews(alertSettings(tables)) },
      ...{ counts: countsOfAlerts(alerts), codes: codeCounts(alerts) },
      branches: branchCounts(all, scope.value, alerts),
      may: call.may
    })
  })
}

/** A code in the list of settings, with who changed it last and why; null where nobody did. */
export type AlertSettingView = AlertKind & {
  on: boolean
  changed: Pick<AlertSetting, 'reason' | 'changedOn' | 'accountName'> | null
}

/** All codes with their days as they are set for a year. */
export const settingViews = (
  call: AlertCall,
  year: number
): { settings: AlertSettingView[]; may: { settings: boolean } } =>
  call.store.read((tables) => {
    const settings = new Map(alertSettings(tables).map((one) => [one.code, one]))
    return {
      may: { settings: call.may.settings },
      settings: alertKinds(rulesOfYear(ruleBookOf(tables), year, call.today)).map((kind) => {
        const own = settings.get(kind.code)
        const { reason = '', changedOn = '', accountName = '' } = own ?? {}
        return { ...kind, on: own?.on ?? true, changed: own === undefined ? null : { reason, changedOn, accountName } }
      })
    }
  })

/** The one finding that is meant, when it is still there and within reach; null otherwise. */
export function shownAlert(
  call: AlertCall,
  tables: Tables,
  { organisationId, code, subject }: { organisationId: string; code: AlertCode; subject: string },
  year: number
): Shown | null {
  if (!inReach(call.store.reach, organisationId)) return null
  const scope = scopeOf(call.store, readRosters(tables).organisations, organisationId)
  if (!scope.ok) return null
  const key = snoozeKey(organisationId, { code, subject })
  return (
    shownAlerts(
      call,
      tables,
      scope.value.filter(({ id }) => id === organisationId),
      year
    ).find(({ found, view }) => snoozeKey(view.organisationId, found) === key) ?? null
  )
}
