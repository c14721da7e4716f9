import type { TemplateFault } from '../../../shared/documents/template.ts'
import { Verdict } from '../../ui/verdict.tsx'

/** Every wrong placeholder with its place; nothing was taken in. */
export function FaultList({ fileName, faults }: { fileName: string; faults: readonly TemplateFault[] }) {
  return (
    <div className="template-faults">
      <Verdict tone="bad">
        {fileName} 有 {faults.length} 处要改，没有换上。改好后再选一次。
      </Verdict>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">占位符</th>
            <th scope="col">位置</th>
            <th scope="col">问题</th>
          </tr>
        </thead>
        <tbody>
          {faults.map(({ placeholder, place, message }, index) => (
            <tr key={`${index} ${placeholder}`}>
              <td>{placeholder}</td>
              <td>{place}</td>
              <td>{message}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
