import './checklist-items.css'
import './checklist-version.css'
import { useQuery } from '@tanstack/react-query'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import type { Checklist } from '../../../shared/features/checklist/checklist.ts'
import type { Organisation } from '../../../shared/features/organisation/organisation.ts'
import { api, client, problemOfError } from '../../api/client.ts'
import { useRight } from '../../api/me.ts'
import { useSayStatus } from '../../app/status-note.tsx'
import { useChange } from '../../app/use-change.ts'
import { Confirm } from '../../ui/confirm.tsx'
import { LoadFailure, Loading } from '../../ui/loading.tsx'
import { isListKey, type ListKey } from './checklist-words.ts'
import type { ChecklistPlace } from './use-checklist-place.ts'
import { VersionCompare } from './version-compare.tsx'
import { type Draft, VersionEdit } from './version-edit.tsx'
import { VersionImport } from './version-import.tsx'
import { VersionList } from './version-list.tsx'
import { VersionRead } from './version-read.tsx'
import { type Dues, noDues, versionKey, type VersionLine, versionName } from './version-words.ts'

/** The days the steps of a version are due: they stand with the 考评 of any branch. */
async function duesOf(key: ListKey, year: number, branch: Organisation | undefined): Promise<Dues> {
  if (branch === undefined) return noDues
  const { review } = await client.checklist.desk.query({ organisationId: branch.id, year, list: key })
  const due = (stage: string): string | null => review.stages.find((one) => one.stage === stage)?.due ?? null
  return { selfDue: due('self'), meetingDue: due('meeting'), reviewDue: due('review'), publishDue: due('published') }
}

function Remove({ version }: { version: VersionLine }) {
  const [asking, setAsking] = useState(false)
  const remove = useChange(
    () => client.checklist.removeVersion.mutate({ id: version.id ?? '' }),
    () => setAsking(false)
  )
  return (
    <>
      <Button onClick={() => setAsking(true)}>删除版本</Button>
      {asking ? (
        <Confirm
          title={`删除“${versionName(version)}”？`}
          verb="删除版本"
          keep="留着"
          busy={remove.isPending}
          refusal={remove.problem?.message}
          onConfirm={() => remove.mutate()}
          onKeep={() => setAsking(false)}
        >
          删除后按更早的版本算；没有更早的，按程序自带的清单算。不能找回。
        </Confirm>
      ) : null}
    </>
  )
}

type ShownProps = {
  chosen: VersionLine
  versions: readonly VersionLine[]
  place: ChecklistPlace
  branches: readonly Organisation[]
  onEdit: (draft: Draft) => void
}

/** The chosen version: to read, or held against another. */
function Shown({ chosen, versions, place, branches, onEdit }: ShownProps) {
  const maySettle = useRight('checklist.settle')
  const [way, setWay] = useState<'read' | 'compare'>('read')
  const found = useQuery(api.checklist.version.queryOptions({ id: chosen.id, key: chosen.key }))
  const key = isListKey(chosen.key) ? chosen.key : 'own'
  const edit = useChange(async (list: Checklist) => {
    const year = chosen.year ?? place.year
    onEdit({ key, year, list, dues: await duesOf(key, year, branches[0]), isFrozen: chosen.frozenOn !== null })
  })
  return (
    <section className="card list-frame" aria-label={chosen.title}>
      <header className="card-head">
        <h2 className="card-title">{chosen.title}</h2>
        <span className="note">{versionName(chosen)}</span>
        <span className="push" />
        <Segmented<'read' | 'compare'>
          aria-label="怎么看"
          value={way}
          options={[
            { value: 'read', label: '内容' },
            { value: 'compare', label: '对比' }
          ]}
          onChange={setWay}
        />
        {!maySettle || found.data === undefined ? null : (
          <>
            {chosen.id === null || chosen.frozenOn !== null ? null : <Remove version={chosen} />}
            <Button loading={edit.isPending} onClick={() => edit.mutate(found.data)}>
              {chosen.id === null ? `做 ${place.year} 年度版本` : chosen.frozenOn === null ? '修改清单' : '改期限'}
            </Button>
          </>
        )}
      </header>
      {found.error === null ? null : (
        <LoadFailure message={problemOfError(found.error).message} onRetry={() => void found.refetch()} />
      )}
      {found.data === undefined ? null : (
        <div className="list-scroll" tabIndex={0} role="region" aria-label="清单内容">
          {way === 'read' ? (
            <VersionRead list={found.data} />
          ) : (
            <VersionCompare key={versionKey(chosen)} versions={versions} chosen={chosen} list={found.data} />
          )}
        </div>
      )}
    </section>
  )
}

type Props = { place: ChecklistPlace; branches: readonly Organisation[] }

/** 清单版本: the lists the program brings and those the office made of them, year by year. */
export function VersionView({ place, branches }: Props) {
  const maySettle = useRight('checklist.settle')
  const [draft, setDraft] = useState<Draft | null>(null)
  const found = useQuery(api.checklist.versions.queryOptions())
  const versions = found.data ?? []
  useSayStatus(found.data === undefined ? '' : `${versions.length} 份清单`)
  if (draft !== null) return <VersionEdit begun={draft} onDone={() => setDraft(null)} />
  if (found.error !== null)
    return <LoadFailure message={problemOfError(found.error).message} onRetry={() => void found.refetch()} />
  if (found.data === undefined) return <Loading lines={8} />
  const chosen = versions.find((one) => versionKey(one) === place.item) ?? versions[0]
  return (
    <div className="version-desk">
      <section className="card list-frame" aria-label="清单版本">
        <header className="card-head">
          <h2 className="card-title">清单版本</h2>
          <span className="push" />
          {maySettle ? (
            <VersionImport
              onRead={(list) => setDraft({ key: 'own', year: place.year, list, dues: noDues, isFrozen: false })}
            />
          ) : null}
        </header>
        <div className="list-scroll">
          <VersionList
            versions={versions}
            chosen={chosen === undefined ? null : versionKey(chosen)}
            onChoose={(item) => place.go({ item })}
          />
          <p className="area-foot">
            没有改过的年度用程序自带的；改过的从那一年起用，到下一次改为止。交出自评的那一年冻结。本单位的清单从 Excel
            导入：一行一项，要有“项目”和“分值”两列。
          </p>
        </div>
      </section>
      {chosen === undefined ? null : (
        <Shown key={versionKey(chosen)} {...{ chosen, versions, place, branches }} onEdit={setDraft} />
      )}
    </div>
  )
}
