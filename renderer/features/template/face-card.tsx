import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { FontRole } from '../../../shared/documents/document-model.ts'
import type { DocumentSettings } from '../../../shared/features/setting/setting.ts'
import { api, client, problemOfError } from '../../api/client.ts'
import { useRight } from '../../api/me.ts'
import { ChoiceField } from '../../ui/inputs.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Verdict } from '../../ui/verdict.tsx'

const roleNames: Record<FontRole, string> = {
  fang: '正文仿宋',
  kai: '二级标题楷体',
  hei: '一级标题黑体',
  song: '页码宋体',
  title: '大标题小标宋'
}

const faceNames = { 先用本机的: 'system', 只用随带的: 'bundled' } as const
const wordNames = { '仿宋、楷体': 'plain', 仿宋_GB2312: 'gb2312' } as const

const labelOf = <Label extends string, Value>(names: Record<Label, Value>, value: Value): Label | '' =>
  (Object.keys(names) as Label[]).find((label) => names[label] === value) ?? ''

/** What each role of type is printed in on this machine. */
function FaceTable({ faces }: { faces: DocumentSettings['faces'] }) {
  const used = useQuery(api.setting.faces.queryOptions({ faces }))
  if (used.data === undefined) return <Loading lines={5} />
  const own = used.data.filter(({ system }) => !system)
  return (
    <>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">用处</th>
            <th scope="col">字体</th>
            <th scope="col">来源</th>
          </tr>
        </thead>
        <tbody>
          {used.data.map(({ role, name, system }) => (
            <tr key={role}>
              <td>{roleNames[role]}</td>
              <td>{name}</td>
              <td>{system ? '本机' : '随带'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {faces === 'system' && own.length > 0 ? (
        <p className="note">
          本机没有合用的{own.map(({ role }) => roleNames[role]).join('、')}，这几种用随带字体代替。
        </p>
      ) : null}
    </>
  )
}

/** 字体: which faces the PDF is set in, and which names Word is told. */
export function FaceCard() {
  const queries = useQueryClient()
  const mayChange = useRight('program')
  const settings = useQuery(api.setting.documents.queryOptions())
  const saving = useMutation({
    mutationFn: (next: DocumentSettings) => client.setting.saveDocuments.mutate(next),
    onSuccess: () => queries.invalidateQueries()
  })
  const { data } = settings
  if (data === undefined) return <Loading lines={6} />
  const save = (part: Partial<DocumentSettings>): void => {
    if (mayChange) saving.mutate({ ...data, ...part })
  }
  return (
    <section className="card" aria-label="字体">
      <header className="card-head">
        <h2 className="card-title">字体</h2>
        {mayChange ? null : <span className="quiet">由管理员修改</span>}
      </header>
      <div className="setting-body template-faces">
        <div>
          <ChoiceField
            id="faces"
            label="打印和 PDF"
            value={labelOf(faceNames, data.faces)}
            options={Object.keys(faceNames) as (keyof typeof faceNames)[]}
            hint="先用本机的：有方正小标宋、仿宋等就用它们，同一份材料在不同电脑上换行可能不同。只用随带的：各台电脑印出来一个样。"
            onChange={(label) => save({ faces: faceNames[label] })}
          />
          <ChoiceField
            id="word-names"
            label="Word 文件里的字体名"
            value={labelOf(wordNames, data.wordFonts)}
            options={Object.keys(wordNames) as (keyof typeof wordNames)[]}
            hint="按接收单位电脑里有的字体选。Windows 自带仿宋、楷体；仿宋_GB2312、楷体_GB2312 要另装。"
            onChange={(label) => save({ wordFonts: wordNames[label] })}
          />
          {saving.error === null ? null : <Verdict tone="bad">{problemOfError(saving.error).message}</Verdict>}
        </div>
        <div>
          <FaceTable faces={data.faces} />
        </div>
      </div>
    </section>
  )
}
