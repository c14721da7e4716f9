import { CheckOutlined } from '@ant-design/icons'
import type { PackView } from './pack-words.ts'
import type { PackPlace } from './use-pack-place.ts'

type LineProps = { chosen: boolean; onChoose: () => void; code: string; name: string; says: string; missing: number }

function Line({ chosen, onChoose, code, name, says, missing }: LineProps) {
  return (
    <li>
      <button
        type="button"
        className={chosen ? 'volume-line chosen' : 'volume-line'}
        aria-current={chosen}
        onClick={onChoose}
      >
        <span className="volume-code">{code}</span>
        <span className="volume-name">{name}</span>
        <span className="volume-count">{says}</span>
        <span className={missing === 0 ? 'volume-state good' : 'volume-state'}>
          {missing === 0 ? <CheckOutlined aria-label="没有缺件" /> : `缺 ${missing}`}
        </span>
      </button>
    </li>
  )
}

type Props = { pack: PackView; place: PackPlace; chosen: string }

/** Left: the volumes with what is there and missing, and those below that get a folder of their own. */
export function VolumeColumn({ pack: { volumes, missing, parts }, place, chosen }: Props) {
  return (
    <section className="card volume-column" aria-label="各卷">
      <ul>
        {volumes.map((volume) => (
          <Line
            key={volume.number}
            code={volume.number}
            name={volume.name}
            says={`${volume.lines.length} 件`}
            missing={volume.missing.length}
            chosen={chosen === volume.number}
            onChoose={() => place.go({ volume: volume.number })}
          />
        ))}
        {missing.length === 0 ? null : (
          <Line
            {...{ code: '', name: '全部缺件', says: '', missing: missing.length, chosen: chosen === 'missing' }}
            onChoose={() => place.go({ volume: 'missing' })}
          />
        )}
      </ul>
      {parts.length === 0 ? null : (
        <>
          <h2 className="volume-parts-title">下级党组织，各有一个文件夹</h2>
          <ul aria-label="下级党组织">
            {parts.map(({ organisationId, label, missing: lacks }) => (
              <Line
                key={organisationId}
                {...{ code: '', name: label, says: '', missing: lacks, chosen: false }}
                onChoose={() => place.go({ organisation: organisationId, volume: null })}
              />
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
