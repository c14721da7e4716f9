import { join } from 'node:path'
import { expect, it } from 'vitest'
import { migrate } from '../../../electron/store/migrate.ts'
import { migrations } from '../../../electron/store/migrations.ts'
import { openDatabase } from '../../../electron/store/open.ts'
import { aFolder } from '../../factories/office.ts'

it('makes talks of the lines of step four of a 组织生活会 that say who with whom and when', () => {
  const folder = aFolder()
  const file = join(folder.path, '库.dwk')
  const keys = () => ({ db: Buffer.alloc(32, 7), audit: Buffer.alloc(32, 8) })
  const db = openDatabase(file, keys().db, true)
  try {
    migrate(db, file, keys(), { steps: migrations.slice(0, 7) })
    db.exec(`
      INSERT INTO organisation (id, code, name, kind) VALUES ('zb', 'ZB01', '第一党支部', '党支部');
      INSERT INTO member (id, name, pinyin, initials, sex, category, leader, standing, stroke_key)
        VALUES ('a', '周启明', 'zhou', 'zqm', '男', '正式党员', 0, '正常', ''), ('b', '丁立新', 'ding', 'dlx', '男', '正式党员', 0, '正常', '');
      INSERT INTO meeting (id, number, organisation_id, year, date, recorded_on, state, guests, late_or_early, materials)
        VALUES ('hy', 'HY1', 'zb', 2025, '2026-01-20', '2026-01-21', 'held', '[]', '[]', '[]');`)
    const person = (name: string, memberId: string | null) => ({ name, memberId })
    const talks = [
      { kind: '委员和党员', one: person('周启明', 'a'), other: person('丁立新', 'b'), on: '2026-01-05' },
      { kind: '党员互谈', one: person('丁立新', 'b'), other: null, on: '2026-01-06' },
      { kind: '党员互谈', one: person('丁立新', 'b'), other: person('周启明', 'a'), on: null }
    ]
    db.prepare("INSERT INTO organisation_life (meeting_id, value) VALUES ('hy', ?)").run(
      JSON.stringify({ meetingId: 'hy', talks, theme: '加强党性修养' })
    )
    migrate(db, file, keys())
    const rows = db
      .prepare('SELECT number, kind, year, date, talker_id, partner_id, level, recorded_on FROM talk')
      .all()
    expect(rows).toEqual([
      {
        ...{ number: 'TH2025-001', kind: 'T02', year: 2025, date: '2026-01-05', talker_id: 'a', partner_id: 'b' },
        ...{ level: 'L1', recorded_on: '2026-01-21' }
      }
    ])
    expect(db.prepare('SELECT value FROM organisation_life').pluck().get()).not.toContain('talks')
  } finally {
    db.close()
    folder.remove()
  }
})
