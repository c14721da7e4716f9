import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anOffice, password, root, type TestOffice } from '../../factories/office.ts'

let office: TestOffice
beforeAll(async () => {
  office = await anOffice()
  office.vault.lock()
})
afterAll(() => office.remove())

function run(args: string[], secret = password) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'out/main/cli.js'), ...args], {
    encoding: 'utf8',
    env: { ...process.env, DANGWU_PASSWORD: secret },
    cwd: root
  })
  return { status, stdout, stderr }
}

const folder = (name: string) => join(office.folder, name)
const onlyCopy = () => join(folder('U盘 "备份"'), readdirSync(folder('U盘 "备份"'))[0] ?? '')

describe('without a window', () => {
  it('a copy is made and verified where it was asked for, Chinese, blanks and quotes in the path', () => {
    mkdirSync(folder('U盘 "备份"'))
    const made = run(['backup', '--store', office.storeFile, '--to', folder('U盘 "备份"')])
    expect(made).toMatchObject({ status: 0, stderr: '' })
    expect(made.stdout).toContain('已备份并核对')
    expect(readdirSync(onlyCopy()).sort()).toEqual(['manifest.json', '档案库.dwk', '档案库.vault.json'])
  })

  it('a copy is verified, and says what is in it', () => {
    const whole = run(['verify', '--backup', onlyCopy()])
    expect(whole.stdout).toContain('党组织 3 个')
    expect(whole.status).toBe(0)
    expect(run(['verify', '--backup', onlyCopy()], '不是这个口令而已')).toMatchObject({ status: 2, stdout: '' })
  })

  it('a copy is restored into a new folder, and into no other', () => {
    const restored = run(['restore', '--backup', onlyCopy(), '--to', folder('还原到这里')])
    expect(restored).toMatchObject({ status: 0, stderr: '' })
    expect(readdirSync(folder('还原到这里')).sort()).toEqual(['档案库.dwk', '档案库.vault.json'])
    const again = run(['restore', '--backup', onlyCopy(), '--to', folder('还原到这里')])
    expect(again.status).toBe(2)
    expect(again.stderr).toContain('为免覆盖没有还原')
  })

  it('a call nobody can mean gets the usage and touches nothing', () => {
    for (const args of [['backup'], ['verify', '--nonsense'], ['restore', '--backup', onlyCopy()], ['nonsense']])
      expect(run(args)).toMatchObject({ status: 2, stdout: '' })
    expect(run(['backup', '--store', folder('没有.dwk')]).stderr).toContain('找不到档案库')
    expect(run(['verify', '--backup', office.folder]).stderr).toContain('不是党务案头的备份')
  })

  it('a damaged copy is told from a wrong call', () => {
    truncateSync(join(onlyCopy(), '档案库.dwk'), 8192)
    expect(run(['verify', '--backup', onlyCopy()]).status).toBe(1)
    expect(run(['restore', '--backup', onlyCopy(), '--to', folder('没有还原')]).status).toBe(1)
    expect(existsSync(folder('没有还原'))).toBe(false)
  })
})
