import { dirname, join } from 'node:path'
import type { AlertCode } from '../../shared/features/alert/alert.ts'
import { type DemoDesk, demoYear } from './demo-desk.ts'

const putOff: readonly (readonly [code: AlertCode, organisation: string, until: string, reason: string])[] = [
  ['W22', 'ZB05', '2026-12-20', '宣传委员同换届一并产生，换届请示本月底报出。'],
  ['W08', 'ZB03', '2026-12-05', '东片区中队正在集中整治，十二月第一周统一谈。']
]

async function workOnAlerts({ call, organisation }: DemoDesk): Promise<void> {
  const { alerts } = await call.alert.list({ organisationId: null, year: demoYear })
  const named = (code: AlertCode, home: string) =>
    alerts.find((one) => one.code === code && one.organisationId === organisation(home))
  for (const [code, home, until, reason] of putOff) {
    const found = named(code, home)
    if (found === undefined) continue
    const { organisationId, subject } = found
    await call.alert.snooze({ organisationId, code, subject, until, reason, year: demoYear })
  }
  const late = named('W01', 'ZB08')
  if (late !== undefined) {
    const { organisationId, code, subject } = late
    await call.alert.rectify({ organisationId, code, subject, year: demoYear })
  }
}

/** One paragraph of a report in the clerk's own words; the figures of the others stay from the records. */
async function writeReport({ call, organisation }: DemoDesk): Promise<void> {
  const of = { organisationId: organisation('ZB01'), year: demoYear, report: 'summary' as const }
  const [first] = await call.report.blocks(of)
  if (first === undefined) return
  const text = `${first.text}\n今年机构和人员变动不大，支部把精力放在按月谈话和会后任务两件事上。`
  await call.report.saveBlock({ ...of, block: first.id, text })
}

/** The pack of the year before, as small as that year is here, written and the year sealed. */
async function sealFormerYear({ call, deps, organisation }: DemoDesk): Promise<void> {
  const folder = join(dirname(deps.vault.storeFile), '材料包')
  const organisationIds = [organisation('ZB01')]
  const wish = { organisationIds, year: demoYear - 1, folder, formats: ['pdf' as const], oddStarts: false }
  for await (const { built } of await call.pack.write(wish))
    for (const { id } of built ?? []) await call.pack.sealYear({ id })
}

/** What was done with warnings and reports, and a year that is over. */
export async function fillWarnings(desk: DemoDesk): Promise<void> {
  await workOnAlerts(desk)
  await writeReport(desk)
  await sealFormerYear(desk)
}
