import { RightOutlined } from '@ant-design/icons'
import { Link } from 'react-router'
import { TableHead } from '../../ui/open-row.tsx'
import type { MissingLine, VolumeView } from './pack-words.ts'

type LinesProps = { missing: readonly MissingLine[]; year: number; mayWrite: boolean; volumes?: readonly VolumeView[] }

/** What is missing: what, which item asks for it, who sees to it, until when, and the way to it. */
export function MissingTable({ missing, year, mayWrite, volumes }: LinesProps) {
  const isOfMany = new Set(missing.map(({ organisationId }) => organisationId)).size > 1
  return (
    <table className="plain-table pack-table" aria-label="缺件">
      <TableHead
        heads={[...(volumes === undefined ? [] : ['卷']), '缺什么', '依据的项目', '责任人', '期限', '去哪里做']}
      />
      <tbody>
        {missing.map((one) => (
          <tr key={`${one.organisationId} ${one.rule} ${one.what}`}>
            {volumes === undefined ? null : (
              <td title={volumes.find(({ number }) => number === one.volume)?.name}>{one.volume}</td>
            )}
            <td>{isOfMany ? `${one.label}：${one.what}` : one.what}</td>
            <td>{`${one.rule} ${one.title}`}</td>
            <td className="pack-fixed">{one.owner}</td>
            <td className="pack-fixed">{one.by ?? '随时'}</td>
            <td className="pack-fixed">
              <Link
                to={`/checklist?${new URLSearchParams({ organisation: one.organisationId, year: `${year}`, item: one.rule })}`}
              >
                {mayWrite ? '去做' : '去看'} <RightOutlined aria-hidden />
              </Link>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type Props = { volume: VolumeView; year: number; mayWrite: boolean }

/** Right: one volume, its papers and what it lacks. */
export function VolumePart({ volume, year, mayWrite }: Props) {
  const { number, name, lines, missing } = volume
  return (
    <section className="card list-frame" aria-label={`${number} ${name}`}>
      <header className="card-head">
        <h2 className="card-title">{`${number} ${name}`}</h2>
        <span className="note">{`${lines.length} 件${missing.length === 0 ? '' : `，缺 ${missing.length} 件`}`}</span>
      </header>
      <div className="list-scroll" tabIndex={0} role="region" aria-label="卷内材料">
        {lines.length === 0 && missing.length === 0 ? (
          <div className="empty">
            <p className="empty-title">这一卷还没有材料</p>
            <p className="note">会议、谈话、评议等记下来、定稿以后，材料会自己归到这里。</p>
          </div>
        ) : null}
        {lines.length === 0 ? null : (
          <table className="plain-table pack-table" aria-label="材料">
            <TableHead heads={['件号', '材料名称', '日期']} />
            <tbody>
              {lines.map((line) => (
                <tr key={line.number}>
                  <td className="pack-fixed">{line.number}</td>
                  <td>{line.title}</td>
                  <td className="pack-fixed">{line.date}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {missing.length === 0 ? null : (
          <>
            <h3 className="pack-missing-title">{`缺 ${missing.length} 件`}</h3>
            <MissingTable {...{ missing, year, mayWrite }} />
          </>
        )}
      </div>
    </section>
  )
}

type AllProps = { volumes: readonly VolumeView[]; missing: readonly MissingLine[]; year: number; mayWrite: boolean }

/** Right: what is missing in all volumes. */
export const MissingPart = ({ volumes, missing, year, mayWrite }: AllProps) => (
  <section className="card list-frame" aria-label="全部缺件">
    <header className="card-head">
      <h2 className="card-title">全部缺件</h2>
      <span className="note">{`${missing.length} 件，缺着也能先生成`}</span>
    </header>
    <div className="list-scroll" tabIndex={0} role="region" aria-label="缺件清单">
      <MissingTable {...{ missing, year, mayWrite, volumes }} />
    </div>
  </section>
)
