import './run-list.css'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { yearOf } from '../../../shared/kernel/dates.ts'
import { api, client, problemOfError } from '../../api/client.ts'
import { useRight } from '../../api/me.ts'
import { useChange } from '../../app/use-change.ts'
import { dayAndTime } from '../../ui/clock.ts'
import { Confirm } from '../../ui/confirm.tsx'
import { Verdict } from '../../ui/verdict.tsx'
import { checkSays, inFolder, type PackView, type RunView, sealOf } from './pack-words.ts'

type RunProps = { run: RunView; pack: PackView; today: string; onPaper: (path: string) => void }

/** Whether the files are still as they were written; asked for by a button, since it reads all of them. */
function Check({ run }: { run: RunView }) {
  const found = useQuery({ ...api.pack.check.queryOptions({ id: run.id }), enabled: false })
  return (
    <>
      <Button loading={found.isFetching} onClick={() => void found.refetch()}>
        核对文件
      </Button>
      {found.error === null ? null : <Verdict tone="bad">{problemOfError(found.error).message}</Verdict>}
      {found.data === undefined || found.isFetching ? null : (
        <div className="run-check">
          <Verdict tone={found.data.length === 0 ? 'good' : 'warn'}>
            {checkSays(found.data)}
            {found.data.length === 0 ? null : (
              <ul>
                {found.data.map(({ path, state }) => (
                  <li key={path}>{`${path}，${state === 'missing' ? '不在了' : '改过'}`}</li>
                ))}
              </ul>
            )}
          </Verdict>
        </div>
      )}
    </>
  )
}

/** 封存: what it does is said before it is done. */
function SealButton({ run, pack }: { run: RunView; pack: PackView }) {
  const [asking, setAsking] = useState(false)
  const seal = useChange(
    () => client.pack.sealYear.mutate({ id: run.id }),
    () => setAsking(false)
  )
  const { year, organisation } = pack
  return (
    <>
      <Button onClick={() => setAsking(true)}>封存本年度</Button>
      {asking ? (
        <Confirm
          title={`封存 ${year} 年度`}
          verb="封存本年度"
          keep="先不封存"
          busy={seal.isPending}
          refusal={seal.problem?.message}
          onConfirm={() => seal.mutate()}
          onKeep={() => {
            setAsking(false)
            seal.reset()
          }}
        >
          <p>{`${organisation.label}${pack.parts.length > 0 ? '和它下级' : ''} ${year} 年度的记录、数字和材料包从此只能看，不能改，也不再生成新的材料包。`}</p>
          <p>{`以 ${dayAndTime(run.madeAt)} 生成的这份为准，先核对文件，有改过的不能封存。`}</p>
          <p>要改时由书记写明原因重新打开，谁、什么时候、为什么都会记下来。</p>
        </Confirm>
      ) : null}
    </>
  )
}

function Run({ run, pack, today, onPaper, first }: RunProps & { first: boolean }) {
  const maySeal = useRight('rules')
  const [open, setOpen] = useState(first)
  const isSealed = sealOf(pack.seals) !== null
  return (
    <li className="pack-run">
      <div className="run-line">
        <strong>{dayAndTime(run.madeAt)}</strong>
        <span>{run.accountName}</span>
        <span className="note">{`${run.documents} 件`}</span>
        {sealOf(pack.seals)?.packId === run.id ? <span className="tag blue">封存时的一份</span> : null}
        <span className="push" />
        <Check run={run} />
        {!maySeal || isSealed ? null : yearOf(today) > pack.year ? (
          <SealButton run={run} pack={pack} />
        ) : (
          <span className="note">{`${pack.year} 年过完后可以封存`}</span>
        )}
      </div>
      <p className="note pack-folder">{run.folder}</p>
      {run.volumes.length === 0 ? (
        <p className="note">没有合订的卷：这一份只写了 Word。</p>
      ) : (
        <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>{`合订的卷 ${run.volumes.length} 册`}</summary>
          <ul className="run-volumes" aria-label="合订的卷">
            {run.volumes.map(({ title, path, pages }) => (
              <li key={path} title={inFolder(run.folder, path)}>
                <button type="button" className="link" onClick={() => onPaper(path)}>
                  {path.includes('/') ? `${path.split('/')[0]}：${title}` : title}
                </button>
                <span className="note">{pages === null ? '' : `${pages} 页`}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  )
}

type Props = { pack: PackView; today: string; mayWrite: boolean; onPaper: (run: string, path: string) => void }

/** Packs written before, the newest first. */
export function RunList({ pack, today, mayWrite, onPaper }: Props) {
  return (
    <section className="card list-frame" aria-label="历次材料包">
      <header className="card-head">
        <h2 className="card-title">历次材料包</h2>
        <span className="note">同一个文件夹里，新的会换掉旧的；换掉的旧份核对时会说改过。</span>
      </header>
      <div className="list-scroll">
        {pack.runs.length === 0 ? (
          <div className="empty">
            <p className="empty-title">还没有生成过</p>
            <p className="note">
              {mayWrite
                ? '点“生成材料包”，每次写的都记在这里，可以打开各卷、核对文件。'
                : '生成以后，每次写的都记在这里。'}
            </p>
          </div>
        ) : (
          <ol className="run-list">
            {pack.runs.map((run, at) => (
              <Run key={run.id} {...{ run, pack, today }} first={at === 0} onPaper={(path) => onPaper(run.id, path)} />
            ))}
          </ol>
        )}
        <SealHistory pack={pack} />
      </div>
    </section>
  )
}

/** Every time the year was sealed and opened again. */
function SealHistory({ pack: { seals } }: { pack: PackView }) {
  const past = seals.filter(({ reopenedAt }) => reopenedAt !== null)
  if (past.length === 0) return null
  return (
    <section className="seal-history" aria-label="封存过">
      <h3 className="pack-missing-title">封存过</h3>
      <ul>
        {past.map(({ seal, sealedAt, sealedBy, reopenedAt, reopenedBy, reason }) => (
          <li key={seal}>
            {`${dayAndTime(sealedAt)} ${sealedBy}封存，${reopenedAt === null ? '' : dayAndTime(reopenedAt)} ${reopenedBy ?? ''}重新打开，原因：${reason ?? ''}`}
          </li>
        ))}
      </ul>
    </section>
  )
}
