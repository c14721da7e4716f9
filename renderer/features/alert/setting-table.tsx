import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { alertLevelNames } from '../../../shared/features/alert/alert.ts'
import { api, client, problemOfError } from '../../api/client.ts'
import { useRules } from '../../api/rules.ts'
import { levelTones } from '../../app/due-tag.tsx'
import { useChange } from '../../app/use-change.ts'
import { AskReason } from '../../ui/ask-reason.tsx'
import { Cite } from '../../ui/cite.tsx'
import { LoadFailure, Loading } from '../../ui/loading.tsx'
import { TableHead } from '../../ui/open-row.tsx'
import type { Setting } from './alert-words.ts'

/** Asks why a code is switched, and does it. */
function Switching({ one, onDone }: { one: Setting; onDone: () => void }) {
  const verb = one.on ? '停用' : '启用'
  const save = useChange(
    (reason: string) => client.alert.saveSetting.mutate({ code: one.code, on: !one.on, reason }),
    onDone
  )
  return (
    <AskReason
      title={`${verb} ${one.code} ${one.title}预警？`}
      label="原因"
      placeholder={one.on ? '为什么不用这种预警，依据什么' : '为什么又要用'}
      verb={`${verb}预警`}
      keep="不改"
      busy={save.isPending}
      refusal={save.problem?.message}
      onAnswer={save.mutate}
      onKeep={onDone}
    >
      {one.on ? '全单位都不再出这种预警，已有的也不再列出；预警清单上写明停用的原因。' : '全单位又按规则出这种预警。'}
    </AskReason>
  )
}

type RowProps = { one: Setting; year: number; maySet: boolean; onSwitch: () => void }

function Row({ one, year, maySet, onSwitch }: RowProps) {
  const navigate = useNavigate()
  const rules = useRules(year)
  const { code, title, watches, levels, rule, on, changed } = one
  return (
    <tr>
      <td className="alert-setting-code">
        <strong>{code}</strong> {title}
      </td>
      <td>{watches}</td>
      <td>
        {levels.map(({ level, words }) => (
          <p key={level} className="alert-setting-level">
            <span className={`tag ${levelTones[level]}`}>{alertLevelNames[level].slice(0, 1)}</span> {words}
          </p>
        ))}
      </td>
      <td>
        {rule === null ? (
          <span className="note">天数不能改</span>
        ) : (
          <>
            <Cite rules={rules} id={rule} />
            <p>
              <button type="button" className="link" onClick={() => void navigate(`/setting/rule?find=${rule}`)}>
                {maySet ? '改天数' : '看天数'}（{rule}）
              </button>
            </p>
          </>
        )}
      </td>
      <td>
        <span className={on ? 'tag green' : 'tag amber'}>{on ? '在用' : '停用'}</span>
        {changed === null ? null : (
          <p className="note">
            {changed.changedOn} {changed.accountName}：{changed.reason}
          </p>
        )}
      </td>
      {maySet ? (
        <td>
          <Button size="small" aria-label={`${on ? '停用' : '启用'} ${code} ${title}`} onClick={onSwitch}>
            {on ? '停用' : '启用'}
          </Button>
        </td>
      ) : null}
    </tr>
  )
}

type Props = { year: number; offOnly: boolean }

/** What each code watches and from when on, and whether it is in use. */
export function SettingTable({ year, offOnly }: Props) {
  const found = useQuery({ ...api.alert.settings.queryOptions({ year }), placeholderData: (old) => old })
  const [switching, setSwitching] = useState<Setting | null>(null)
  if (found.error !== null)
    return <LoadFailure message={problemOfError(found.error).message} onRetry={() => void found.refetch()} />
  if (found.data === undefined) return <Loading lines={8} />
  const { settings, may } = found.data
  const shown = settings.filter(({ on }) => !offOnly || !on)
  return (
    <>
      {shown.length === 0 ? (
        <div className="empty">
          <p className="empty-title">没有停用的预警</p>
          <p className="note">不适合本单位的预警，可以由书记在“预警设置”里写明原因停用。</p>
        </div>
      ) : (
        <div className="list-scroll">
          <table className="plain-table alert-settings" aria-label={offOnly ? '停用的预警' : '预警设置'}>
            <TableHead heads={['预警', '看什么', '几时提醒', '依据', '状态', ...(may.settings ? ['改'] : [])]} />
            <tbody>
              {shown.map((one) => (
                <Row key={one.code} {...{ one, year, maySet: may.settings }} onSwitch={() => setSwitching(one)} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {switching === null ? null : <Switching one={switching} onDone={() => setSwitching(null)} />}
    </>
  )
}
