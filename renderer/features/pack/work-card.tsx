import { Button, Progress } from 'antd'
import { Verdict } from '../../ui/verdict.tsx'
import { type BuiltPack, type PackWork, stopPacks } from './pack-work.ts'
import { percentOf } from './pack-words.ts'

type NameOf = (organisationId: string) => string

function Running({ progress }: Pick<PackWork, 'progress'>) {
  const { pack = 1, packs = 1, part = 1, parts = 1, label = '', done = 0, total = 0, title = '' } = progress ?? {}
  const of = [
    ...(packs > 1 ? [`第 ${pack} 个材料包，共 ${packs} 个`] : []),
    ...(parts > 1 ? [`第 ${part} 个党组织，共 ${parts} 个`] : [])
  ]
  return (
    <div className="pack-running" role="status">
      <p>
        <strong>{progress === null ? '正在清点材料' : label}</strong>
      </p>
      <Progress
        percent={progress === null ? 0 : percentOf({ pack, packs, part, parts, done, total })}
        aria-label="生成进度"
        strokeColor="#1f4a73"
      />
      <p className="note">
        {progress === null
          ? ''
          : done < total
            ? `已写 ${done} 件，共 ${total} 件，刚写好《${title}》`
            : `${total} 件都写好了，正在合订各卷`}
      </p>
      {of.length === 0 ? null : <p className="note">{of.join('，')}</p>}
      <Button onClick={stopPacks}>停止</Button>
      <p className="note">可以先去做别的，生成不会停。停下来的，写好的留着，下次接着写。</p>
    </div>
  )
}

function Built({
  built,
  nameOf,
  onOpen
}: {
  built: readonly BuiltPack[]
  nameOf: NameOf
  onOpen: (one: BuiltPack) => void
}) {
  return (
    <section className="pack-built" aria-label="生成好的材料包">
      <Verdict tone="good">{`写好了 ${built.length} 个材料包，共 ${built.reduce((sum, { documents }) => sum + documents, 0)} 件。`}</Verdict>
      <ul>
        {built.map((one) => (
          <li key={one.id}>
            <p>
              <strong>{nameOf(one.organisationId)}</strong>
              <span className="note">{`${one.documents} 件${one.missing === 0 ? '' : `，缺 ${one.missing} 件`}`}</span>
              <Button size="small" className="push" onClick={() => onOpen(one)}>
                看各卷
              </Button>
            </p>
            <p className="note pack-folder">{one.folder}</p>
            {one.missingCharacters.map(({ title, characters }) => (
              <p
                key={title}
                className="pack-lacks"
              >{`《${title}》里的 ${characters.join('、')} 字体里没有，印成〓，请打印后手写补上。`}</p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** How making packs goes, or how it ended. */
export function WorkCard({
  work,
  nameOf,
  onOpen
}: {
  work: PackWork
  nameOf: NameOf
  onOpen: (one: BuiltPack) => void
}) {
  const { running, progress, built, stopped, problem } = work
  return (
    <>
      {running ? <Running progress={progress} /> : null}
      {stopped ? (
        <Verdict tone="info">已停止。写好的留着，再点“开始生成”就接着写；以前生成的材料包没有动。</Verdict>
      ) : null}
      {problem === null || problem.field === 'folder' ? null : <Verdict tone="bad">{problem.message}</Verdict>}
      {running || built === null ? null : <Built {...{ built, nameOf, onOpen }} />}
    </>
  )
}
