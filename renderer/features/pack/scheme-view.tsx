import './scheme.css'
import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import {
  packGroupNames,
  packGroups,
  usualScheme,
  type VolumeScheme
} from '../../../shared/features/pack/volume-scheme.ts'
import { api, client, problemOfError } from '../../api/client.ts'
import { useRight } from '../../api/me.ts'
import { useChange } from '../../app/use-change.ts'
import { LoadFailure, Loading } from '../../ui/loading.tsx'
import { TableHead } from '../../ui/open-row.tsx'
import { Verdict } from '../../ui/verdict.tsx'
import {
  addVolume,
  changeVolume,
  draftOf,
  placeGroup,
  removeVolume,
  type SchemeDraft,
  schemeOf,
  type VolumeDraft
} from './scheme-draft.ts'

const Fault = ({ id, says }: { id: string; says: string | undefined }) =>
  says === undefined ? null : (
    <p className="field-fault" role="alert" id={id}>
      {says}
    </p>
  )

type EditProps = {
  draft: SchemeDraft
  locked: boolean
  faultAt: (place: string) => string | undefined
  onChange: (draft: SchemeDraft) => void
}

function VolumeRow({ volume, draft, locked, faultAt, onChange }: EditProps & { volume: VolumeDraft }) {
  const { key, number, name } = volume
  const groups = packGroups.filter((group) => draft.places[group] === key)
  const field = (part: 'number' | 'name', value: string) => {
    const fault = faultAt(`${part} ${key}`)
    const id = `volume-${key}-${part}-fault`
    return (
      <>
        <Input
          aria-label={part === 'number' ? `第 ${number} 卷的卷号` : `第 ${number} 卷的卷名`}
          maxLength={part === 'number' ? 2 : 40}
          readOnly={locked}
          value={value}
          autoComplete="off"
          status={fault === undefined ? '' : 'error'}
          {...(fault === undefined ? {} : { 'aria-invalid': true, 'aria-describedby': id })}
          onChange={(event) => onChange(changeVolume(draft, key, { [part]: event.target.value }))}
        />
        <Fault id={id} says={fault} />
      </>
    )
  }
  return (
    <tr>
      <td className="scheme-number">{field('number', number)}</td>
      <td>{field('name', name)}</td>
      <td className="note">{groups.map((group) => packGroupNames[group]).join('、') || '没有材料归到这一卷'}</td>
      {locked ? null : (
        <td className="pack-fixed">
          <Button aria-label={`去掉第 ${number} 卷`} onClick={() => onChange(removeVolume(draft, key))}>
            去掉
          </Button>
        </td>
      )}
    </tr>
  )
}

/** Each kind of paper and the volume it is bound in. */
function Places({ draft, locked, faultAt, onChange }: EditProps) {
  const options = draft.volumes.map(({ key, number, name }) => ({ value: key, label: `${number} ${name}` }))
  return (
    <table className="plain-table scheme-places" aria-label="各类材料归到哪一卷">
      <TableHead heads={['哪类材料', '归到哪一卷']} />
      <tbody>
        {packGroups.map((group) => {
          const fault = faultAt(`place ${group}`)
          return (
            <tr key={group}>
              <td className="pack-fixed">{packGroupNames[group]}</td>
              <td>
                <Select
                  aria-label={`“${packGroupNames[group]}”归到哪一卷`}
                  className="scheme-select"
                  disabled={locked}
                  status={fault === undefined ? '' : 'error'}
                  placeholder="选一卷"
                  value={draft.places[group]}
                  options={options}
                  onChange={(key) => {
                    if (key !== null) onChange(placeGroup(draft, group, key))
                  }}
                />
                <Fault id={`place-${group}-fault`} says={fault} />
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function Editor({ stored, locked }: { stored: VolumeScheme; locked: boolean }) {
  const [draft, setDraft] = useState(() => draftOf(stored))
  const [saved, setSaved] = useState(JSON.stringify(stored))
  const { scheme, faults } = schemeOf(draft)
  const save = useChange(
    (chosen: VolumeScheme) => client.pack.saveScheme.mutate(chosen),
    () => setSaved(JSON.stringify(scheme))
  )
  const isChanged = JSON.stringify(scheme) !== saved
  const change = (next: SchemeDraft): void => {
    save.reset()
    setDraft(next)
  }
  const shared: EditProps = {
    ...{ draft, locked, onChange: change },
    faultAt: (place) => faults.find(({ at }) => at === place)?.says
  }
  const general = shared.faultAt('volumes')
  return (
    <section className="card list-frame" aria-label="卷册设置">
      <header className="card-head">
        <h2 className="card-title">本单位的卷册</h2>
        <span className="note">{locked ? '由书记或组织委员设置' : '下次生成按这里的卷册来'}</span>
        <span className="push" />
        {locked ? null : (
          <>
            <span className="note" aria-live="polite">
              {faults.length > 0 ? `有 ${faults.length} 处要改` : save.isSuccess && !isChanged ? '已保存' : ''}
            </span>
            <Button onClick={() => change(draftOf(usualScheme))}>改回通常的八卷</Button>
            <Button
              type="primary"
              loading={save.isPending}
              disabled={scheme === null || !isChanged}
              onClick={() => {
                if (scheme !== null) save.mutate(scheme)
              }}
            >
              保存卷册
            </Button>
          </>
        )}
      </header>
      {save.problem === null ? null : <Verdict tone="bad">{save.problem.message}</Verdict>}
      <div className="scheme-desk">
        <div>
          <table className="plain-table scheme-volumes" aria-label="卷册">
            <TableHead heads={['卷号', '卷名', '归到这一卷的材料', ...(locked ? [] : [''])]} />
            <tbody>
              {draft.volumes.map((volume) => (
                <VolumeRow key={volume.key} volume={volume} {...shared} />
              ))}
            </tbody>
          </table>
          <Fault id="volumes-fault" says={general} />
          {locked ? null : (
            <Button className="scheme-add" icon={<PlusOutlined />} onClick={() => change(addVolume(draft))}>
              加一卷
            </Button>
          )}
        </div>
        <Places {...shared} />
      </div>
    </section>
  )
}

/** 卷册设置: the volumes of this office, and what is bound in each. */
export function SchemeView() {
  const may = useRight('checklist.settle')
  const found = useQuery(api.pack.scheme.queryOptions())
  if (found.error !== null)
    return <LoadFailure message={problemOfError(found.error).message} onRetry={() => void found.refetch()} />
  return found.data === undefined ? <Loading lines={9} /> : <Editor stored={found.data} locked={!may} />
}
