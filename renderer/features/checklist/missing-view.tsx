import './checklist-items.css'
import { PrinterOutlined, RightOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useNavigate } from 'react-router'
import { deedOf, doneAt } from '../../app/deeds.ts'
import type { Desk, Missing } from './checklist-words.ts'
import { TableHead } from '../../ui/open-row.tsx'

type Props = { desk: Desk; open: string | null; onOpen: (item: string) => void; onPrint: () => void }

/** 缺项: what has still to be done or filed, ordered by what it gains, each with the screen where it is done. */
export function MissingView({ desk, onOpen, open, onPrint }: Props) {
  const navigate = useNavigate()
  const where = { organisationId: desk.organisation.id, year: desk.year }
  const go = (need: Missing): void => {
    const address = doneAt(need, where)
    const [item] = need.items
    if (address !== null) void navigate(address)
    else if (item !== undefined) onOpen(item.id)
  }
  return (
    <section className="card list-frame" aria-label="缺项清单">
      <header className="card-head">
        <h2 className="card-title">缺项清单</h2>
        <span className="note">{desk.missing.length} 件，按能得的分排</span>
        <span className="push" />
        <Button icon={<PrinterOutlined />} onClick={onPrint}>
          打印缺项清单
        </Button>
      </header>
      {desk.missing.length === 0 ? (
        <div className="empty">
          <p className="empty-title">没有缺项</p>
          <p className="note">清单上要做的、要交的都齐了。到期还没有做的、扣了分还能补的，会自己列到这里。</p>
        </div>
      ) : (
        <div className="list-scroll">
          <table className="plain-table missing-table" aria-label="缺项清单">
            <TableHead heads={['可得分', '要做什么', '涉及项目', '期限', '去哪里做']} figures={['可得分']} />
            <tbody>
              {desk.missing.map((need) => (
                <tr key={`${need.place} ${need.id ?? ''} ${need.what}`}>
                  <td className="number-cell">
                    <strong>{need.gain}</strong>
                  </td>
                  <td>{need.what}</td>
                  <td>
                    {need.items.map(({ id, title }, at) => (
                      <span key={id}>
                        {at === 0 ? '' : '、'}
                        <button
                          type="button"
                          className="link"
                          aria-current={id === open}
                          onClick={() => onOpen(id)}
                        >{`${id} ${title}`}</button>
                      </span>
                    ))}
                  </td>
                  <td className="missing-day">{need.by === null ? '随时' : need.by}</td>
                  <td>
                    {need.place === 'proof' && !desk.may.write ? null : (
                      <button type="button" className="link missing-go" onClick={() => go(need)}>
                        {deedOf(need)} <RightOutlined aria-hidden />
                      </button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
