import type { Account, AccountEdit, Role } from '../../../shared/features/account/account.ts'
import { checkAccounts } from '../../../shared/features/account/account-rules.ts'
import {
  checkPassword,
  passwordDemand,
  passwordRunsTo,
  type SecuritySettings
} from '../../../shared/features/account/password-rules.ts'
import { type Grant, grantOf, type Right, rights } from '../../../shared/features/account/rights.ts'
import { labelOf } from '../../../shared/features/organisation/organisation.ts'
import { withDescendants } from '../../../shared/features/organisation/organisation-rules.ts'
import type { Day } from '../../../shared/kernel/dates.ts'
import { failure, type Outcome, success } from '../../../shared/kernel/outcome.ts'
import type { Reach } from '../../store/reach.ts'
import type { Store } from '../../store/store.ts'
import { matching } from '../member/member-page-repository.ts'
import { memberById, membersById } from '../member/member-repository.ts'
import { allOrganisations } from '../organisation/organisation-repository.ts'
import { readSettings, writeSettings } from '../setting/setting-service.ts'
import { accountById, allAccounts, saveAccount } from './account-repository.ts'

/** What the page knows of the person at the keyboard: which rights he has, and whether the password must be changed first. */
export type Me = {
  account: Account
  rights: Right[]
  threeOfficers: boolean
  mustChange: boolean
  passwordDemand: string
}

/** The organisations of an account's scope with all below, or null for the whole office. */
export function reachOf(store: Store, account: Pick<Account, 'organisationId'>): Reach {
  const { organisationId } = account
  if (organisationId === null) return null
  return new Set(store.read((tables) => withDescendants(allOrganisations(tables), organisationId)))
}

/** How far the account's roles go for a right; null is a refusal. */
export const grantFor = (store: Store, account: Pick<Account, 'roles'>, right: Right): Grant | null =>
  grantOf(account.roles, right, store.read((tables) => readSettings(tables, 'security')).threeOfficers)

/** True when the password was set by somebody else, or has run out by the office's own rule. */
export function mustChangePassword(store: Store, account: Account, today: Day): boolean {
  const runsTo = passwordRunsTo(
    account.passwordSetOn,
    store.read((tables) => readSettings(tables, 'security'))
  )
  return account.mustChange || (runsTo !== null && today > runsTo)
}

export function aboutMe(store: Store, account: Account, today: Day): Me {
  const settings = store.read((tables) => readSettings(tables, 'security'))
  const all = Object.keys(rights) as Right[]
  return {
    account,
    rights: all.filter((right) => grantOf(account.roles, right, settings.threeOfficers) !== null),
    threeOfficers: settings.threeOfficers,
    mustChange: mustChangePassword(store, account, today),
    passwordDemand: passwordDemand(settings)
  }
}

/** Organisations a scope may begin at, by label, and nothing else of them. */
export const scopeChoices = (store: Store): { id: string; label: string }[] =>
  store.read((tables) =>
    allOrganisations(tables)
      .filter((one) => one.kind !== '党小组')
      .map((one) => ({ id: one.id, label: labelOf(one) }))
  )

/** Members an account may be linked to: name and branch of those whose name, pinyin or initials contain the text. */
export function memberChoices(store: Store, text: string, today: Day): { id: string; name: string; branch: string }[] {
  const wanted = text.trim().toLowerCase()
  if (wanted === '') return []
  return store.read((tables) => {
    const found = matching(tables, { scope: null, today }, wanted, 10)
    const labels = new Map(allOrganisations(tables).map((one) => [one.id, labelOf(one)]))
    const byId = new Map(
      membersById(
        tables,
        found.map((one) => one.memberId)
      ).map((one) => [one.id, one])
    )
    return found.flatMap(({ memberId, spellId }) => {
      const member = byId.get(memberId)
      const spell = member?.memberships.find((one) => one.id === spellId)
      return member === undefined
        ? []
        : [{ id: member.id, name: member.name, branch: labels.get(spell?.organisationId ?? '') ?? '' }]
    })
  })
}

/** Every account with the names of what it is limited and linked to. */
export const accountLines = (store: Store): (Account & { scope: string | null; member: string | null })[] =>
  store.read((tables) => {
    const labels = new Map(allOrganisations(tables).map((one) => [one.id, labelOf(one)]))
    return allAccounts(tables).map((account) => ({
      ...account,
      scope: account.organisationId === null ? null : (labels.get(account.organisationId) ?? null),
      member: account.memberId === null ? null : (memberById(tables, account.memberId)?.name ?? null)
    }))
  })

export const securitySettings = (store: Store): SecuritySettings =>
  store.read((tables) => readSettings(tables, 'security'))

/** Sets the office's demands; 三员 mode only where the accounts already fit it. */
export function saveSecuritySettings(store: Store, settings: SecuritySettings): Outcome<SecuritySettings> {
  return store.write((tables) => {
    const checked = checkAccounts(allAccounts(tables), settings.threeOfficers)
    if (!checked.ok) return checked
    writeSettings(tables, 'security', settings)
    return success(settings)
  })
}

const rolesBy = (asked: readonly Role[], mayAssign: boolean, before: readonly Role[]): Role[] =>
  mayAssign ? [...asked] : [...before]

/**
 * Checks and writes an account. Roles and scope are taken over only where the caller may assign them; otherwise a new
 * account starts without any, and one that exists keeps its own.
 */
export function keepAccount(
  store: Store,
  edit: AccountEdit,
  deps: { today: Day; newId: () => string; mayAssign: boolean }
): Outcome<Account> {
  return store.write((tables) => {
    const before = edit.id === '' ? null : accountById(tables, edit.id)
    if (edit.id !== '' && before === null) return failure('account-unknown', '找不到这个使用人，请刷新后再试。')
    if (edit.memberId !== null && memberById(tables, edit.memberId) === null)
      return failure('member-unknown', '找不到所选的党员，请重新选择。', 'memberId')
    if (edit.organisationId !== null && !allOrganisations(tables).some((one) => one.id === edit.organisationId))
      return failure('organisation-unknown', '请选择管理范围里的党组织。', 'organisationId')
    const record: Account = {
      id: before?.id ?? deps.newId(),
      name: edit.name,
      title: edit.title,
      memberId: edit.memberId,
      roles: rolesBy(edit.roles, deps.mayAssign, before?.roles ?? []),
      organisationId: deps.mayAssign ? edit.organisationId : (before?.organisationId ?? null),
      disabled: before?.disabled ?? false,
      mustChange: before?.mustChange ?? true,
      createdOn: before?.createdOn ?? deps.today,
      passwordSetOn: before?.passwordSetOn ?? deps.today
    }
    return keptAmongOthers(tables, record)
  })
}

function keptAmongOthers(tables: Parameters<typeof saveAccount>[0], record: Account): Outcome<Account> {
  const others = allAccounts(tables).filter((other) => other.id !== record.id)
  const checked = checkAccounts([...others, record], readSettings(tables, 'security').threeOfficers)
  if (!checked.ok) return checked
  saveAccount(tables, record)
  return success(record)
}

/** Switches an account off or on; the key slot is the vault's and follows. */
export function setDisabled(store: Store, id: string, disabled: boolean): Outcome<Account> {
  return store.write((tables) => {
    const account = accountById(tables, id)
    if (account === null) return failure('account-unknown', '找不到这个使用人，请刷新后再试。')
    return keptAmongOthers(tables, { ...account, disabled, mustChange: account.mustChange || !disabled })
  })
}

/** Whether a first password for somebody else meets the office's demands. */
export const checkFirstPassword = (store: Store, name: string, password: string): Outcome<null> =>
  checkPassword(password, { name }, securitySettings(store))
