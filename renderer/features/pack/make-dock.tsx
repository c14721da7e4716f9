import './make-dock.css'
import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { labelOf, type Organisation } from '../../../shared/features/organisation/organisation.ts'
import { api } from '../../api/client.ts'
import { useRight } from '../../api/me.ts'
import { Dock } from '../../ui/dock.tsx'
import { ChoiceField, TextField } from '../../ui/inputs.tsx'
import { type BuiltPack, usePackWork, writePacks } from './pack-work.ts'
import { WorkCard } from './work-card.tsx'

const formatNames = { PDF: ['pdf'], Word: ['docx'], 'PDF 和 Word': ['pdf', 'docx'] } as const
type FormatName = keyof typeof formatNames
const formatOptions = Object.keys(formatNames) as FormatName[]

type ListProps = {
  organisations: readonly Organisation[]
  chosen: readonly string[]
  onChange: (ids: string[]) => void
}

/** Which organisations get a pack of their own. */
function Several({ organisations, chosen, onChange }: ListProps) {
  const isAll = chosen.length === organisations.length
  return (
    <fieldset className="pack-choice">
      <legend className="field-label">{`给哪些党组织，选了 ${chosen.length} 个`}</legend>
      <Checkbox
        checked={isAll}
        indeterminate={!isAll && chosen.length > 0}
        onChange={(event) => onChange(event.target.checked ? organisations.map(({ id }) => id) : [])}
      >
        全部
      </Checkbox>
      <div className="pack-choice-list">
        {organisations.map((one) => (
          <Checkbox
            key={one.id}
            checked={chosen.includes(one.id)}
            onChange={(event) =>
              onChange(event.target.checked ? [...chosen, one.id] : chosen.filter((id) => id !== one.id))
            }
          >
            {labelOf(one)}
          </Checkbox>
        ))}
      </div>
    </fieldset>
  )
}

type Props = {
  organisation: { id: string; label: string }
  organisations: readonly Organisation[]
  /** Branches and others below that may get packs of their own. */
  below: readonly Organisation[]
  year: number
  onOpen: (one: BuiltPack) => void
  onClose: () => void
}

/** 生成: for whom, where to, in which formats; then how far it is, and what was written. */
export function MakeDock({ organisation, organisations, below, year, onOpen, onClose }: Props) {
  const work = usePackWork()
  const usual = useQuery(api.pack.folder.queryOptions()).data
  const [typed, setTyped] = useState<string | null>(null)
  const [formatName, setFormatName] = useState<FormatName>('PDF')
  const [oddStarts, setOddStarts] = useState(false)
  const mayTalks = useRight('talk.L1.read')
  const [talks, setTalks] = useState(false)
  const [scope, setScope] = useState<'one' | 'several'>('one')
  const [chosen, setChosen] = useState(below.map(({ id }) => id))
  const folder = typed ?? usual ?? ''
  const ids = scope === 'one' ? [organisation.id] : below.filter(({ id }) => chosen.includes(id)).map(({ id }) => id)
  const scopes = { [organisation.label]: 'one', 各级单独一份: 'several' } as const
  const nameOf = (id: string): string => {
    const found = organisations.find((one) => one.id === id)
    return found === undefined ? '' : labelOf(found)
  }
  return (
    <Dock title="生成材料包" note={`${year} 年度`} onClose={onClose}>
      <form
        className="pack-form"
        aria-label="生成材料包"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void writePacks({
            organisationIds: ids,
            year,
            folder,
            formats: [...formatNames[formatName]],
            oddStarts,
            talks
          })
        }}
      >
        <WorkCard work={work} nameOf={nameOf} onOpen={onOpen} />
        {below.length === 0 ? null : (
          <ChoiceField
            id="pack-scope"
            label="给谁生成"
            value={scope === 'one' ? organisation.label : '各级单独一份'}
            options={Object.keys(scopes)}
            hint={
              scope === 'one'
                ? `${organisation.label}和它下级的材料放进一个文件夹，下级各有一个子文件夹。`
                : '选中的各有一个自己的文件夹。'
            }
            onChange={(name) => setScope(name === organisation.label ? 'one' : 'several')}
          />
        )}
        {scope === 'several' ? <Several organisations={below} chosen={chosen} onChange={setChosen} /> : null}
        <TextField
          id="pack-folder"
          label="放到哪个文件夹"
          value={folder}
          fault={work.problem?.field === 'folder' ? work.problem.message : undefined}
          hint="写完整路径，没有会新建；里面以前生成的同一份材料包会换成新的。"
          onChange={(text) => setTyped(text ?? '')}
        />
        <ChoiceField
          id="pack-format"
          label="格式"
          value={formatName}
          options={formatOptions}
          onChange={setFormatName}
        />
        {formatName === 'Word' ? (
          <p className="note">只要 Word 时不合订成卷：合订的卷是 PDF。</p>
        ) : (
          <Checkbox checked={oddStarts} onChange={(event) => setOddStarts(event.target.checked)}>
            双面打印，每件从正面开始
          </Checkbox>
        )}
        {mayTalks ? (
          <Checkbox checked={talks} onChange={(event) => setTalks(event.target.checked)}>
            放入 L1 谈话记录的内容（一般不放，L2、L3 从不放）
          </Checkbox>
        ) : null}
        <p className="pack-plain">写出的文件没有加密，拿到文件夹的人都能看，请放在只有您用的地方。</p>
        {work.running ? null : (
          <Button type="primary" htmlType="submit" disabled={ids.length === 0}>
            开始生成
          </Button>
        )}
      </form>
    </Dock>
  )
}
