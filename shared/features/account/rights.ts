import type { Role } from './account.ts'

/**
 * How far a right goes: `all`; `own` entries only; where a `party` to the talk; both; with the L3 password besides
 * (security.md §9).
 */
export type Grant = 'all' | 'own' | 'party' | 'own-or-party' | 'with-L3-password'

type Row = { title: string; grants: Partial<Record<Role, Grant>> }

const everyone: Partial<Record<Role, Grant>> = { 书记: 'all', 组织委员: 'all', 党务干事: 'all', 只读: 'all' }
const writers: Partial<Record<Role, Grant>> = { 书记: 'all', 组织委员: 'all', 党务干事: 'all' }
const leaders: Partial<Record<Role, Grant>> = { 书记: 'all', 组织委员: 'all' }
const secretary: Partial<Record<Role, Grant>> = { 书记: 'all' }
const sealed: Partial<Record<Role, Grant>> = { 书记: 'with-L3-password' }

/** Who may do what: the table of security.md §9, one line per right. A right a role has no grant for is refused. */
export const rights = {
  program: { title: '管理使用人、备份还原和程序设置', grants: { 管理员: 'all' } },
  security: { title: '分配角色和范围、设定口令要求', grants: { 管理员: 'all', 安全员: 'all' } },
  rules: { title: '改规则参数、放行阻断、封存和重开年度', grants: secretary },
  'records.read': { title: '查看名册、会议和材料', grants: everyone },
  'records.write': { title: '填写、导入、打印和导出', grants: writers },
  'records.erase': { title: '清除过了保存期的个人信息', grants: secretary },
  'talk.overview': { title: '查看谈话覆盖和数量', grants: writers },
  'talk.L1.write': { title: '记 L1 级谈话', grants: writers },
  'talk.L1.read': { title: '查看 L1 级谈话', grants: { ...leaders, 党务干事: 'own-or-party', 只读: 'party' } },
  'talk.L2.write': { title: '记 L2 级谈话', grants: { 书记: 'all', 组织委员: 'own' } },
  'talk.L2.read': { title: '查看 L2 级谈话', grants: { 书记: 'all', 组织委员: 'own-or-party' } },
  'talk.L3.write': { title: '登记 L3 级谈话', grants: sealed },
  'talk.L3.read': { title: '查看 L3 级谈话', grants: sealed },
  'evaluation.enter': { title: '安排评议、录入票、打印表', grants: writers },
  'evaluation.tally': { title: '查看得票和建议等次', grants: leaders },
  'evaluation.grade.write': { title: '确定等次', grants: leaders },
  'evaluation.grade.read': { title: '查看等次', grants: everyone },
  'checklist.settle': { title: '改清单、记否决、公布考评结果', grants: leaders },
  audit: {
    title: '查看、核对审计记录',
    grants: { 审计员: 'all', 管理员: 'own', 安全员: 'own', 书记: 'own', 组织委员: 'own', 党务干事: 'own', 只读: 'own' }
  },
  'audit.sign': { title: '核对审计链、打印审计摘要、确认数据丢失', grants: { 审计员: 'all' } }
} as const satisfies Record<string, Row>
export type Right = keyof typeof rights

const order: readonly Grant[] = ['all', 'with-L3-password', 'own-or-party', 'own', 'party']

/** The three officers of 三员分立: they exclude each other and see no contents while the mode is on. */
export const officers: readonly Role[] = ['管理员', '安全员', '审计员']

/** The widest grant any of the roles gives, or null. In 三员 mode what concerns roles and passwords is the 安全员's alone. */
export function grantOf(held: readonly Role[], right: Right, threeOfficers: boolean): Grant | null {
  const table: Partial<Record<Role, Grant>> = rights[right].grants
  const given = held
    .filter((role) => !(threeOfficers && right === 'security' && role === '管理员'))
    .flatMap((role) => table[role] ?? [])
  return order.find((grant) => given.includes(grant)) ?? null
}
