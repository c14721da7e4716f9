import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { password, problemOf } from '../../factories/office.ts'
import { aTalkOffice, putSealInForce, sealPassword, type TalkOffice } from '../../factories/talks.ts'

let office: TalkOffice
beforeEach(async () => {
  office = await aTalkOffice()
})
afterEach(() => office.remove())

const { seal } = { seal: () => office.client.seal }

describe('the L3 password', () => {
  it('is as strong as the office asks and not the one to log in with', async () => {
    expect(await problemOf(seal().setUp.mutate({ password: '短' }))).toMatchObject({ code: 'password-weak' })
    expect(await problemOf(seal().setUp.mutate({ password }))).toMatchObject({
      message: 'L3 口令不能和登录口令相同，请另想一句。'
    })
  })

  it('is chosen once, and put in force for the one who typed it until he closes it or the vault is locked', async () => {
    expect(await seal().state.query()).toEqual({ set: false, open: false, waitUntil: null })
    await seal().setUp.mutate({ password: sealPassword })
    expect(await seal().state.query()).toMatchObject({ set: true, open: false })
    await seal().open.mutate({ password: sealPassword })
    expect(await seal().state.query()).toMatchObject({ set: true, open: true })
    expect(await problemOf(seal().setUp.mutate({ password: '第三句口令也很长2026' }))).toMatchObject({
      code: 'seal-set'
    })
    await seal().close.mutate()
    expect(await seal().state.query()).toMatchObject({ open: false })
    await seal().open.mutate({ password: sealPassword })
    office.vault.lock()
    const { accounts } = office.vault.status()
    await office.vault.unlock(accounts[0]?.id ?? '', password)
    expect(await seal().state.query()).toMatchObject({ set: true, open: false })
  })

  it('counts wrong ones, notes them, and makes the next wait after five', async () => {
    await seal().setUp.mutate({ password: sealPassword })
    await seal().close.mutate()
    for (let left = 4; left >= 1; left -= 1)
      expect(await problemOf(seal().open.mutate({ password: '猜的' }))).toMatchObject({
        message: `L3 口令不对，还可以试 ${left} 次。`
      })
    await problemOf(seal().open.mutate({ password: '猜的' }))
    expect(await problemOf(seal().open.mutate({ password: sealPassword }))).toMatchObject({ code: 'seal-wait' })
    office.become(['审计员'])
    const filter = { actorId: null, act: 'seal', text: '', from: null, to: null }
    const { lines } = await office.client.audit.list.query({ filter, offset: 0, limit: 50 })
    expect(lines.filter(({ act }) => act === 'seal.attempt')).toHaveLength(5)
  })

  it('counts each of many that are tried at once', async () => {
    await seal().setUp.mutate({ password: sealPassword })
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => problemOf(seal().open.mutate({ password: '猜的' })))
    )
    expect(answers.filter(({ code }) => code === 'seal-wait').length).toBeGreaterThan(0)
    expect(await problemOf(seal().open.mutate({ password: sealPassword }))).toMatchObject({ code: 'seal-wait' })
  })

  it('is changed by whoever knows it, and what was sealed before opens with the new one', async () => {
    await putSealInForce(office)
    const talk = await office.client.talk.save.mutate({ talk: office.aTalk(0, 3, { level: 'L3' }), planId: null })
    const renewed = '换过的三级口令2026'
    expect(await problemOf(seal().change.mutate({ former: '猜的', password: renewed }))).toMatchObject({
      code: 'seal-wrong'
    })
    await seal().change.mutate({ former: sealPassword, password: renewed })
    await seal().close.mutate()
    expect(await problemOf(seal().open.mutate({ password: sealPassword }))).toMatchObject({ code: 'seal-wrong' })
    await seal().open.mutate({ password: renewed })
    expect((await office.client.talk.desk.query({ id: talk.id })).talk.contents.opinions).toContain('主题党日')
  })

  it('that was lost is replaced by the recovery code, which serves once', async () => {
    const { code } = await seal().setUp.mutate({ password: sealPassword })
    await seal().close.mutate()
    const renewed = '换过的三级口令2026'
    const wrong = `${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}`
    expect(await problemOf(seal().recover.mutate({ code: wrong, password: renewed }))).toMatchObject({ field: 'code' })
    await seal().recover.mutate({ code, password: renewed })
    await seal().open.mutate({ password: renewed })
    expect(await seal().state.query()).toMatchObject({ open: true })
    expect(await problemOf(seal().recover.mutate({ code, password: sealPassword }))).toMatchObject({
      code: 'seal-wrong'
    })
  })
})
