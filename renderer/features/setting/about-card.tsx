import { useQuery } from '@tanstack/react-query'
import { api, problemOfError } from '../../api/client.ts'
import { Loading, LoadFailure } from '../../ui/loading.tsx'
import { Verdict } from '../../ui/verdict.tsx'

const protections: { holds: boolean; title: string; words: string }[] = [
  { holds: true, title: '档案库整个加密', words: '别人拿走硬盘或 U 盘，没有口令或恢复码也打不开。' },
  { holds: true, title: '不联网', words: '软件不连接任何网络，数据只在这台电脑上。' },
  { holds: true, title: '自动锁定', words: '离开时自动关上档案库，并从内存里抹去密钥。' },
  { holds: false, title: '打开时的内存', words: '解锁期间，能控制这台电脑的人或木马可以看到屏幕和内存里的内容。' },
  {
    holds: false,
    title: '休眠文件和交换文件',
    words: '内存会被系统写到硬盘上，本软件管不到。建议开启 BitLocker 或同类整盘加密，离开前锁定。'
  },
  {
    holds: false,
    title: '导出和打印出来的文件',
    words: 'Word、PDF、Excel 文件不加密，请按内部资料保管，用完及时删除。'
  }
]

function StoreFacts() {
  const status = useQuery(api.vault.status.queryOptions())
  if (status.error !== null)
    return <LoadFailure message={problemOfError(status.error).message} onRetry={() => void status.refetch()} />
  if (status.data === undefined) return <Loading lines={3} />
  const { version, storeName, storeFolder, account } = status.data
  return (
    <dl className="setting-facts">
      <dt>版本</dt>
      <dd>党务案头 {version}</dd>
      <dt>档案库</dt>
      <dd>{storeName}</dd>
      <dt>所在文件夹</dt>
      <dd>{storeFolder}</dd>
      <dt>使用人</dt>
      <dd>{account === null ? '' : account.title === '' ? account.name : `${account.name}，${account.title}`}</dd>
    </dl>
  )
}

/** Version, where the store lies, and honestly which protections hold and which do not. */
export function AboutCard() {
  return (
    <section className="card" aria-label="关于">
      <header className="card-head">
        <h2 className="card-title">关于</h2>
      </header>
      <div className="setting-body">
        <StoreFacts />
        <h3 className="setting-heading">数据怎样保护</h3>
        <ul className="protections">
          {protections.map(({ holds, title, words }) => (
            <li key={title}>
              <span className={holds ? 'tag green' : 'tag amber'}>{holds ? '能保护' : '保护不了'}</span>
              <span>
                <strong>{title}</strong>
                <br />
                <span className="note">{words}</span>
              </span>
            </li>
          ))}
        </ul>
        <Verdict tone="warn">普通办公电脑和本软件都不得存放、处理国家秘密。</Verdict>
      </div>
    </section>
  )
}
