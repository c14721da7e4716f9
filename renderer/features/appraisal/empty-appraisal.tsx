import { Button } from 'antd'
import { useNavigate } from 'react-router'
import { client } from '../../api/client.ts'
import { useChange } from '../../app/use-change.ts'
import { Verdict } from '../../ui/verdict.tsx'
import type { Desk } from './appraisal-words.ts'

type Props = { desk: Desk; year: number }

/** Nothing begun: who would be in it, and one thing to do; without any leader the way to the roster. */
export function EmptyAppraisal({ desk, year }: Props) {
  const { organisation, newcomers, may, sealed } = desk
  const navigate = useNavigate()
  const begin = useChange(() => client.appraisal.begin.mutate({ organisationId: organisation.id, year }))
  const roster = `/member?${new URLSearchParams({ organisation: organisation.id })}`
  if (newcomers.length === 0)
    return (
      <section className="card">
        <div className="empty">
          <p className="empty-title">没有要考核的领导干部</p>
          <p className="note">
            名册里标为“领导干部”、又不在别的组织考核的党员，会列在这里。
            <br />
            打开名册里的人，改“领导干部”，再回来。
          </p>
          <Button type="primary" onClick={() => void navigate(roster)}>
            去名册标领导干部
          </Button>
        </div>
      </section>
    )
  return (
    <section className="card">
      <div className="empty">
        <p className="empty-title">{year} 年度的干部考核还没有开始</p>
        <p className="note">
          名册里的领导干部 {newcomers.length} 人：{newcomers.map(({ name }) => name).join('、')}。
          <br />
          开始以后，测评、清单得分、出勤、学时、谈话和整改从记录里来，只写总结、述职、负面清单和等次。
        </p>
        {sealed ? (
          <p className="note">{year} 年度已经封存，不能再开始。</p>
        ) : may.enter ? (
          <Button type="primary" loading={begin.isPending} onClick={() => begin.mutate(undefined)}>
            开始考核
          </Button>
        ) : (
          <p className="note">由书记、组织委员或者党务干事开始。</p>
        )}
        {begin.problem === null ? null : <Verdict tone="bad">{begin.problem.message}</Verdict>}
      </div>
    </section>
  )
}
