import './likeness.css'
import { Link } from 'react-router'
import {
  type AlikePair,
  type AlikeRecord,
  type Likeness,
  likenessSettings
} from '../../shared/features/likeness/likeness.ts'
import { Marked } from '../ui/marked.tsx'
import { Verdict } from '../ui/verdict.tsx'

const PairRow = ({ own, other, share }: AlikePair) => (
  <tr>
    <td>
      <Marked {...own} />
    </td>
    <td>
      <Marked {...other} />
    </td>
    <td>{share}%</td>
  </tr>
)

/** One other record: opened by Enter on its line, both texts sentence by sentence. */
function RecordPairs({ record, open, link }: { record: AlikeRecord; open: boolean; link: string }) {
  return (
    <details className="likeness-record" open={open}>
      <summary>
        <strong>{record.share}%</strong>
        <span>{record.title}</span>
        <span className="note">
          {record.date}，{record.organisation}
        </span>
        {record.sameEvent ? <span className="tag">同一次活动，不计入</span> : null}
        <span className="push note">相似 {record.pairs.length} 句</span>
      </summary>
      <p className="likeness-open">
        <Link to={link}>打开这份记录</Link>
      </p>
      <table className="likeness-pairs" aria-label={`与${record.title}相似的句子`}>
        <thead>
          <tr>
            <th scope="col">本记录</th>
            <th scope="col">{record.organisation}的记录</th>
            <th scope="col">相同</th>
          </tr>
        </thead>
        <tbody>
          {record.pairs.map((pair) => (
            <PairRow key={`${pair.own.text} ${pair.other.text}`} {...pair} />
          ))}
        </tbody>
      </table>
    </details>
  )
}

function Summary({ likeness }: { likeness: Likeness }) {
  const { share, counted, alike, compared } = likeness
  if (counted === 0)
    return (
      <Verdict tone="info">正文里还没有够长的句子可比，套话和 {likenessSettings.shortest} 个字以下的短句不比。</Verdict>
    )
  if (alike === 0)
    return (
      <Verdict tone="good">
        与本单位其他 {compared} 份记录比过，{counted} 句里没有相似的。
      </Verdict>
    )
  return (
    <Verdict tone="warn">
      与本单位其他记录相似 {share}%：{counted} 句里有 {alike} 句。只作提醒，不影响保存；确是同样的事就不用改。
    </Verdict>
  )
}

/** What the comparison says, and each alike record with both texts; `linkOf` where one is opened. */
export function LikenessResult({ likeness, linkOf }: { likeness: Likeness; linkOf: (record: AlikeRecord) => string }) {
  const { found, records } = likeness
  return (
    <>
      <Summary likeness={likeness} />
      {records.map((record, index) => (
        <RecordPairs key={record.id} record={record} open={index === 0} link={linkOf(record)} />
      ))}
      {found > records.length ? (
        <p className="note">
          有相似句子的记录共 {found} 份，列出最相似的 {records.length} 份。
        </p>
      ) : null}
      <p className="note">
        日期、数字和记录里点到的人名不比，两句相邻两字相同的有 {likenessSettings.sentenceShare}%
        以上算相似。依据：本软件默认口径。
      </p>
    </>
  )
}
