import { tidyCode, tidyName } from '../../kernel/cell-text.ts'
import { birthDateOf } from '../../kernel/citizen-id.ts'
import type { Day } from '../../kernel/dates.ts'
import { affiliations, memberCategories, memberStandings, type Member, type Membership } from '../member/member.ts'
import { statedPostTitles } from '../post/post.ts'
import type { OrganisationIndex } from './ledger-organisations.ts'
import type { LedgerRow } from './ledger-row.ts'

/** A row of 党员: the person, one spell in an organisation, and a spell of 留党察看 where the columns state one. */
export type MemberRow = {
  row: LedgerRow
  person: Omit<Member, 'id' | 'memberships' | 'degree' | 'landline' | 'address' | 'honours' | 'hardship'>
  spell: Omit<Membership, 'id' | 'entryWay' | 'exitWay' | 'cameFrom' | 'wentTo'>
  watch: { from: Day; to: Day | null } | null
}

/** Reads one row; the row may be refused, and then what could be read still serves to recognise a second row of the same person. */
export function readMemberRow(row: LedgerRow, organisations: OrganisationIndex): MemberRow {
  const person = readPerson(row)
  const inside = person.citizenId === null ? null : birthDateOf(person.citizenId)
  if (inside !== null && person.bornOn !== null && inside !== person.bornOn) {
    row.refuse('出生日期', 'id-birth-date', `与身份证号中的 ${inside} 不一致，请核对这两格`)
  }
  return { row, person, spell: readSpell(row, organisations), watch: readWatch(row) }
}

const readPerson = (row: LedgerRow): MemberRow['person'] => ({
  name: tidyName(row.text('姓名', 50) ?? ''),
  sex: row.choice('性别', ['男', '女']) ?? '男',
  nation: row.text('民族', 20),
  citizenId: row.citizenId('身份证号'),
  bornOn: row.day('出生日期'),
  education: row.text('学历', 40),
  category: row.choice('人员类别', memberCategories) ?? '正式党员',
  joinedOn: row.day('入党日期'),
  fullOn: row.day('转正日期'),
  leader: row.yesNo('领导干部') ?? false,
  job: row.text('工作单位及职务', 200),
  phone: row.text('手机号码', 40),
  standing: row.choice('党籍状态', memberStandings) ?? '正常',
  note: row.text('备注', 2000)
})

/** A person's organisation is the branch (decisions.md): a row under the code of a group belongs to the branch above it. */
function readSpell(row: LedgerRow, organisations: OrganisationIndex): MemberRow['spell'] {
  const home = organisationAt(row, '组织编码', organisations)
  const group = organisationAt(row, '党小组编码', organisations)
  const branchId = home?.kind === '党小组' ? home.parentId : null
  const [from, to] = [row.day('转入日期'), row.day('转出日期')]
  row.inOrder('转入日期', from, '转出日期', to)
  return {
    organisationId: branchId ?? home?.id ?? '',
    groupId: group?.id ?? (branchId === null ? null : (home?.id ?? null)),
    affiliation: row.choice('组织关系', affiliations) ?? '本支部',
    from,
    to,
    statedPosts: row
      .list('党内职务', 40)
      .map(postTitleOf)
      .filter((title) => title !== '无')
  }
}

/** The organisation a code names; null for a blank cell and for a code nobody knows, which refuses the row. */
export function organisationAt(row: LedgerRow, column: string, { byCode }: OrganisationIndex) {
  const code = tidyCode(row.text(column, 40) ?? '')
  if (code === '') return null
  const organisation = byCode.get(code) ?? null
  if (!organisation) {
    row.refuse(column, 'organisation-unknown', `“${code}”没有对应的党组织，请核对编码，或先在“党组织”表中登记`)
  }
  return organisation
}

/** 支部书记 in the roster of a branch is 书记; what is no title of a branch stays as it is stated. */
function postTitleOf(stated: string): string {
  const title = stated.replace(/^(党支部|支部)/, '')
  return statedPostTitles.some((known) => known === title) ? title : stated
}

function readWatch(row: LedgerRow): MemberRow['watch'] {
  const [from, to] = [row.day('留党察看起'), row.day('留党察看止')]
  row.inOrder('留党察看起', from, '留党察看止', to)
  if (from === null && !row.isBlank('留党察看止') && row.isBlank('留党察看起')) {
    row.refuse('留党察看起', 'required-missing', '不能为空，因为填了“留党察看止”')
  }
  return from === null ? null : { from, to }
}
