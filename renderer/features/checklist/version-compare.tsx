import { Select } from 'antd'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Checklist } from '../../../shared/features/checklist/checklist.ts'
import { compareChecklists } from '../../../shared/features/checklist/version-rules.ts'
import { api, problemOfError } from '../../api/client.ts'
import { Verdict } from '../../ui/verdict.tsx'
import { versionKey, type VersionLine, versionName } from './version-words.ts'

/** What differs between two lists, item by item. */
function Differences({ before, after }: { before: Checklist; after: Checklist }) {
  const { added, removed, changed, areas } = compareChecklists(before, after)
  const moved = areas.filter((area) => area.before !== area.after)
  if (added.length + removed.length + changed.length + moved.length === 0)
    return <Verdict tone="good">两份清单的项目、分值和评分说明完全相同。</Verdict>
  return (
    <div className="version-differences">
      {moved.length === 0 ? null : (
        <p>
          方面分值：
          {moved
            .map(({ code, title, before: old, after: now }) => `${code} ${title} ${old ?? '没有'} → ${now ?? '没有'}`)
            .join('；')}
        </p>
      )}
      {added.map(({ id, title, points }) => (
        <p key={`added ${id}`}>
          <span className="tag green">增加</span> {id} {title}，{points} 分
        </p>
      ))}
      {removed.map(({ id, title, points }) => (
        <p key={`removed ${id}`}>
          <span className="tag amber">去掉</span> {id} {title}，{points} 分
        </p>
      ))}
      {changed.map(({ id, title, changes }) => (
        <div key={`changed ${id}`}>
          <p>
            <span className="tag blue">改动</span> {id} {title}
          </p>
          {changes.map(({ field, before: old, after: now }) => (
            <p key={field} className="note version-change">
              {field}：{old} → {now}
            </p>
          ))}
        </div>
      ))}
    </div>
  )
}

type Props = { versions: readonly VersionLine[]; chosen: VersionLine; list: Checklist }

/** The chosen version held against another one. */
export function VersionCompare({ versions, chosen, list }: Props) {
  const others = versions.filter((one) => versionKey(one) !== versionKey(chosen))
  const usual = others.find(({ key }) => key === chosen.key) ?? others[0]
  const [picked, setPicked] = useState(usual === undefined ? '' : versionKey(usual))
  const other = others.find((one) => versionKey(one) === picked)
  const found = useQuery({
    ...api.checklist.version.queryOptions({ id: other?.id ?? null, key: other?.key ?? '' }),
    enabled: other !== undefined
  })
  return (
    <div className="version-compare">
      <div className="version-against">
        <span id="version-against">和哪一份比</span>
        <Select
          aria-labelledby="version-against"
          style={{ width: 300 }}
          value={picked}
          options={others.map((one) => ({ value: versionKey(one), label: versionName(one) }))}
          onChange={setPicked}
        />
        <span className="note">→ 是从那一份改到现在这一份</span>
      </div>
      {found.error === null ? null : <Verdict tone="bad">{problemOfError(found.error).message}</Verdict>}
      {found.data === undefined || other === undefined ? null : <Differences before={found.data} after={list} />}
    </div>
  )
}
