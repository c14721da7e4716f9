import type { Meeting, Person } from '../../shared/features/meeting/meeting.ts'
import type { Member } from '../../shared/features/member/member.ts'
import type { Day } from '../../shared/kernel/dates.ts'
import type { AppDeps } from '../http/context.ts'
import { rootRouter } from '../http/root-router.ts'
import { allMeetings } from '../features/meeting/meeting-repository.ts'
import { allMembers } from '../features/member/member-repository.ts'
import { allOrganisations } from '../features/organisation/organisation-repository.ts'
import type { Store } from '../store/store.ts'

/** The year the sample office tells of. */
export const demoYear = 2026

/**
 * What the sample office is filled through: the procedures the screens call, with the records of the workbook by the names
 * people know them by. A name that is not there is a fault of the program.
 */
export type DemoDesk = {
  deps: AppDeps
  call: ReturnType<typeof rootRouter.createCaller>
  /** Does some work as if it were another day of the year. */
  on(day: Day, work: () => Promise<unknown>): Promise<void>
  store(): Store
  organisation(code: string): string
  member(code: string, name: string): Member
  /** `ZB01 林慧` as a record names a person. */
  person(key: string): Person & { memberId: string }
  meeting(number: string): Meeting
}

function found<Value>(value: Value | undefined, what: string): Value {
  if (value === undefined) throw new Error(`the sample has no ${what}`)
  return value
}

/** A desk in an open store, `calendar` is its clock; names are looked up as they are now, later imports are not seen. */
export function demoDesk(deps: AppDeps, calendar: { day: Day }): DemoDesk {
  const store = (): Store => found(deps.vault.store ?? undefined, 'open store')
  const organisations = new Map(
    store()
      .read(allOrganisations)
      .map((one) => [one.code, one.id])
  )
  const members = store().read(allMembers)
  const meetings = new Map(
    store()
      .read(allMeetings)
      .map((one) => [one.number, one])
  )
  const organisation = (code: string): string => found(organisations.get(code), code)
  const member = (code: string, name: string): Member => {
    const home = organisation(code)
    const named = members.filter((one) => one.name === name)
    return found(
      named.find(({ memberships }) => memberships.some(({ organisationId }) => organisationId === home)),
      `${code} ${name}`
    )
  }
  return {
    deps,
    call: rootRouter.createCaller(deps),
    on: async (day, work) => {
      const before = calendar.day
      calendar.day = day
      await work()
      calendar.day = before
    },
    store,
    organisation,
    member,
    person: (key) => {
      const [code = '', name = ''] = key.split(' ')
      return { name, memberId: member(code, name).id }
    },
    meeting: (number) => found(meetings.get(number), number)
  }
}
