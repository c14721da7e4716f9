import { CloseOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { Verdict } from '../../ui/verdict.tsx'

/** The head of a form in the panel. */
export function FormHead({ title, onClose }: { title: string; onClose: () => void }) {
  return (
    <header className="panel-head">
      <h2 className="panel-title">{title}</h2>
      <span className="push" />
      <Button
        type="text"
        icon={<CloseOutlined />}
        aria-label="关闭，没保存的内容先留着"
        title="关闭（Esc）"
        onClick={onClose}
      />
    </header>
  )
}

/** Said when a form goes on with what was typed before and not saved. */
export function RestoredNote({ onReset }: { onReset: () => void }) {
  return (
    <div style={{ marginBottom: 14 }}>
      <Verdict
        tone="info"
        aside={
          <button type="button" className="link" onClick={onReset}>
            不要了
          </button>
        }
      >
        接着上次没有保存的内容。
      </Verdict>
    </div>
  )
}
