import { BorderOutlined, CheckOutlined, ExclamationCircleFilled, LinkOutlined, PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { Kbd } from '../../ui/kbd.tsx'
import { useKeys } from '../../ui/keys.ts'
import { recordAt } from '../../app/deeds.ts'
import { type Desk, type ItemLine, plainFigure } from './checklist-words.ts'
import { ProofForm } from './proof-form.tsx'
import { ProofLine } from './proof-line.tsx'

/** So many records are shown before one asks for the others. */
const few = 6

/** The records an item was counted from; a click opens the record. */
function Records({ item, desk }: { item: ItemLine; desk: Desk }) {
  const [all, setAll] = useState(false)
  const where = { organisationId: desk.organisation.id, year: desk.year }
  const links = item.links.flatMap((link) => {
    const address = recordAt(link, where)
    return address === null ? [] : [{ ...link, address }]
  })
  if (links.length === 0) return null
  return (
    <>
      <ul className="record-links" aria-label="记录">
        {(all ? links : links.slice(0, few)).map(({ record, id, text, address }, at) => (
          <li key={`${record} ${id} ${at}`}>
            <CheckOutlined aria-hidden />
            <Link to={address}>
              <LinkOutlined aria-hidden /> {text}
            </Link>
            <span className="quiet push">自动</span>
          </li>
        ))}
      </ul>
      {links.length <= few ? null : (
        <button
          type="button"
          className="link record-more"
          aria-expanded={all}
          onClick={() => setAll(!all)}
          onKeyDown={({ key }) => {
            if (key === 'Escape') setAll(false)
          }}
        >
          {all ? '只列前几条' : `全部 ${links.length} 条记录`}
        </button>
      )}
    </>
  )
}

type SlotProps = { item: ItemLine; part: ItemLine['parts'][number]; mayWrite: boolean; onFile: () => void }

/** One paper the item asks for: filed, or an empty place with the way to fill it. */
function Slot({ item, part, mayWrite, onFile }: SlotProps) {
  const filed = item.proofs.filter((proof) => proof.part === part.name)
  return (
    <li className={filed.length > 0 ? 'slot filed' : 'slot'}>
      {filed.length > 0 ? <CheckOutlined aria-label="有" /> : <BorderOutlined aria-label="缺" />}
      <span className="slot-name">
        {part.name} <span className="note">{plainFigure(part.points.toFixed(2))} 分</span>
      </span>
      <div className="slot-proofs">
        {filed.map((proof) => (
          <ProofLine key={proof.id} proof={proof} mayWrite={mayWrite} />
        ))}
      </div>
      {mayWrite ? (
        <button
          type="button"
          className="link push"
          aria-label={`${filed.length > 0 ? '再放' : '放入材料'}：${part.name}`}
          onClick={onFile}
        >
          {filed.length > 0 ? '再放' : '放入材料'}
        </button>
      ) : null}
    </li>
  )
}

type Props = { item: ItemLine; desk: Desk; today: string; mayWrite: boolean }

/** 证据: records found by themselves, papers that are asked for, and whatever else is filed. */
export function EvidencePart({ item, desk, today, mayWrite }: Props) {
  const [filing, setFiling] = useState<{ part: string | null } | null>(null)
  const empty = item.parts.find(({ name }) => !item.proofs.some(({ part }) => part === name))
  const begin = (): void => {
    if (mayWrite && filing === null) setFiling({ part: empty?.name ?? null })
  }
  useKeys({ a: begin, A: begin })
  const others = item.proofs.filter(({ part }) => !item.parts.some(({ name }) => name === part))
  const missing = item.parts.filter(({ name }) => !item.proofs.some(({ part }) => part === name)).length
  const count = [
    `记录 ${item.links.filter(({ record }) => record !== 'proof').length} 条`,
    `材料 ${item.proofs.length} 件`,
    ...(missing === 0 ? [] : [`缺 ${missing} 件`])
  ]
  return (
    <section className="dock-part" aria-label="证据">
      <header className="dock-part-head">
        <h3>证据</h3>
        <span className="note push">{count.join('，')}</span>
      </header>
      <Records item={item} desk={desk} />
      {item.parts.length === 0 ? null : (
        <ul className="slots" aria-label="应有的材料">
          {item.parts.map((part) => (
            <Slot key={part.name} {...{ item, part, mayWrite }} onFile={() => setFiling({ part: part.name })} />
          ))}
        </ul>
      )}
      {others.map((proof) => (
        <ProofLine key={proof.id} proof={proof} mayWrite={mayWrite} />
      ))}
      {item.findings.map(({ code, says, proofId }) => (
        <p key={`${code} ${proofId}`} className="judged">
          <ExclamationCircleFilled aria-hidden /> {says}
        </p>
      ))}
      {filing === null ? (
        mayWrite ? (
          <Button className="proof-add" icon={<PlusOutlined />} onClick={begin}>
            加证据 <Kbd>A</Kbd>
          </Button>
        ) : null
      ) : (
        <ProofForm
          key={filing.part ?? ''}
          stored={{
            ...{ id: '', organisationId: desk.organisation.id, year: desk.year, item: item.id, part: filing.part },
            ...{ title: filing.part ?? '', happenedOn: null, filedOn: today }
          }}
          onDone={() => setFiling(null)}
        />
      )}
      {item.proof === '' || item.parts.length > 0 ? null : <p className="note proof-wanted">应有：{item.proof}</p>}
    </section>
  )
}
