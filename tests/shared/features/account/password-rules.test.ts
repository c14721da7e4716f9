import { expect, it } from 'vitest'
import {
  checkPassword,
  defaultSecuritySettings,
  passwordRunsTo
} from '../../../../shared/features/account/password-rules.ts'

const owner = { name: '林慧林慧林慧林慧林慧' }
const problemOf = (password: string, part = {}) => {
  const answer = checkPassword(password, owner, { ...defaultSecuritySettings, ...part })
  return answer.ok ? null : answer.problem.message
}

it('counts characters after NFKC, so that full width is no longer than half width', () => {
  expect(problemOf('１２３４５６７８９')).toBe('口令至少 10 个字符，现在是 9 个。')
  expect(problemOf('１２３４５６７８９0')).toBeNull()
})

it('asks for as many classes of characters as the office wants', () => {
  expect(problemOf('记得住的一句话而已啊', { passwordClasses: 2 })).toContain('至少有 2 种')
  expect(problemOf('记得住的一句话而已2', { passwordClasses: 2 })).toBeNull()
  expect(problemOf('Abcdefgh12', { passwordClasses: 4 })).not.toBeNull()
  expect(problemOf('Abcdefgh1！', { passwordClasses: 4 })).toBeNull()
})

it('refuses the name of the account', () => {
  expect(problemOf(owner.name)).toBe('口令不能与使用人姓名相同。')
})

it('lets a password run out only where the office says so', () => {
  expect(passwordRunsTo('2026-11-21', defaultSecuritySettings)).toBeNull()
  expect(passwordRunsTo('2026-11-21', { ...defaultSecuritySettings, passwordDays: 30 })).toBe('2026-12-21')
})
