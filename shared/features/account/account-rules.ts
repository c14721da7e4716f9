import { failure, type Outcome, success } from '../../kernel/outcome.ts'
import type { Account, Role } from './account.ts'
import { officers } from './rights.ts'

/**
 * Roles of the account that founds a store: it runs the program and reads the log, and works as its title says.
 * 书记 in the title gives 书记, 干事 gives 党务干事, all others 组织委员.
 */
export function founderRoles(title: string): Role[] {
  const working: Role = title.includes('书记') ? '书记' : title.includes('干事') ? '党务干事' : '组织委员'
  return ['管理员', '审计员', working]
}

const holds = (account: Pick<Account, 'roles'>, role: Role): boolean => account.roles.includes(role)

function excluded({ name, roles }: Pick<Account, 'name' | 'roles'>): Outcome<null> {
  const held = roles.filter((role) => officers.includes(role))
  if (held.length > 1)
    return failure('officers-exclusive', `三员分立时“${name}”不能同时是${held.join('和')}，请分给不同的人。`, 'roles')
  if (held.length === 1 && roles.length > 1)
    return failure('officers-exclusive', `三员分立时${held[0]}不接触业务内容，“${name}”不能再有别的角色。`, 'roles')
  return success(null)
}

/**
 * Whether the accounts may stand as they are: names of active accounts are told apart, somebody can still run the
 * program and read the log, and in 三员 mode the three officers are three people without any other role.
 */
export function checkAccounts(
  accounts: readonly Pick<Account, 'name' | 'roles' | 'disabled'>[],
  threeOfficers: boolean
): Outcome<null> {
  const active = accounts.filter((account) => !account.disabled)
  const names = active.map((account) => account.name.normalize('NFKC').trim())
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined)
    return failure('account-duplicate', `已经有一个使用人叫“${twice}”，请加上部门或职务以便区分。`, 'name')
  const needed: readonly Role[] = threeOfficers ? officers : ['管理员', '审计员']
  const nobody = needed.find((role) => !active.some((account) => holds(account, role)))
  if (nobody !== undefined)
    return failure('role-vacant', `至少要有一个启用的${nobody}，不然就没有人能做这件事了。请先指定另一个人。`, 'roles')
  if (threeOfficers)
    for (const account of active) {
      const checked = excluded(account)
      if (!checked.ok) return checked
    }
  return success(null)
}
