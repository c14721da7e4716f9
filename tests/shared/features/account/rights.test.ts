import { describe, expect, it } from 'vitest'
import { type Role, roles } from '../../../../shared/features/account/account.ts'
import { checkAccounts, founderRoles } from '../../../../shared/features/account/account-rules.ts'
import { type Grant, grantOf, type Right, rights } from '../../../../shared/features/account/rights.ts'

/** security.md §9 once more, in the order 管理员 安全员 审计员 书记 组织委员 党务干事 只读; – is a refusal. */
const paper: Record<Right, string> = {
  program: 'all – – – – – –',
  security: 'all all – – – – –',
  rules: '– – – all – – –',
  'records.read': '– – – all all all all',
  'records.write': '– – – all all all –',
  'records.erase': '– – – all – – –',
  'talk.overview': '– – – all all all –',
  'talk.L1.write': '– – – all all all –',
  'talk.L1.read': '– – – all all own-or-party party',
  'talk.L2.write': '– – – all own – –',
  'talk.L2.read': '– – – all own-or-party – –',
  'talk.L3.write': '– – – with-L3-password – – –',
  'talk.L3.read': '– – – with-L3-password – – –',
  'evaluation.enter': '– – – all all all –',
  'evaluation.tally': '– – – all all – –',
  'evaluation.grade.write': '– – – all all – –',
  'evaluation.grade.read': '– – – all all all all',
  'checklist.settle': '– – – all all – –',
  audit: 'own own all own own own own',
  'audit.sign': '– – all – – – –'
}

describe('rights', () => {
  it('are those of the security paper, right by right and role by role', () => {
    for (const right of Object.keys(rights) as Right[]) {
      const row = roles.map((role) => grantOf([role], right, false) ?? '–').join(' ')
      expect(`${right}: ${row}`).toBe(`${right}: ${paper[right]}`)
    }
  })

  it('of an account with several roles reach as far as the widest of them', () => {
    const grant = (held: Role[], right: Right): Grant | null => grantOf(held, right, false)
    expect(grant(['只读', '党务干事'], 'talk.L1.read')).toBe('own-or-party')
    expect(grant(['党务干事', '书记'], 'talk.L1.read')).toBe('all')
    expect(grant([], 'records.read')).toBeNull()
  })

  it('over roles and passwords pass from 管理员 to 安全员 in 三员 mode', () => {
    expect(grantOf(['管理员'], 'security', true)).toBeNull()
    expect(grantOf(['安全员'], 'security', true)).toBe('all')
    expect(grantOf(['管理员'], 'program', true)).toBe('all')
  })
})

const account = (name: string, held: Role[], disabled = false) => ({ name, roles: held, disabled })
const codeOf = (answer: ReturnType<typeof checkAccounts>) => (answer.ok ? 'ok' : answer.problem.code)

describe('accounts', () => {
  it('give a founder the program, the log, and the work of his title', () => {
    expect(founderRoles('支部副书记')).toEqual(['管理员', '审计员', '书记'])
    expect(founderRoles('党务干事')).toEqual(['管理员', '审计员', '党务干事'])
    expect(founderRoles('')).toEqual(['管理员', '审计员', '组织委员'])
  })

  it('never leave the office without somebody who runs the program or reads the log', () => {
    expect(codeOf(checkAccounts([account('甲', ['管理员'])], false))).toBe('role-vacant')
    expect(codeOf(checkAccounts([account('甲', ['管理员', '审计员'], true)], false))).toBe('role-vacant')
    expect(codeOf(checkAccounts([account('甲', ['管理员', '审计员'])], false))).toBe('ok')
  })

  it('are told apart by name, in full and half width alike, unless one is switched off', () => {
    const first = account('王伟1', ['管理员', '审计员'])
    expect(codeOf(checkAccounts([first, account('王伟１', ['只读'])], false))).toBe('account-duplicate')
    expect(codeOf(checkAccounts([first, account('王伟1', ['只读'], true)], false))).toBe('ok')
  })

  it('are three people without other roles in 三员 mode', () => {
    const three = [account('甲', ['管理员']), account('乙', ['安全员']), account('丙', ['审计员'])]
    expect(codeOf(checkAccounts([...three, account('丁', ['书记'])], true))).toBe('ok')
    expect(codeOf(checkAccounts(three.slice(0, 2), true))).toBe('role-vacant')
    expect(codeOf(checkAccounts([...three, account('丁', ['管理员', '安全员'])], true))).toBe('officers-exclusive')
    expect(codeOf(checkAccounts([...three, account('丁', ['审计员', '只读'])], true))).toBe('officers-exclusive')
  })
})
