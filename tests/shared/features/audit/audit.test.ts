import { describe, expect, it } from 'vitest'
import { actInWords } from '../../../../shared/features/audit/audit.ts'

describe('an act in words', () => {
  it('goes by what it is about before it goes by its name', () => {
    const said = {
      'appraisal.begin': '干部考核 开始考核',
      'meeting.begin': '会议 开始记录',
      'appraisal.notice.print': '干部考核 公示 打印',
      'meeting.notice.print': '会议 会议通知 打印',
      'appraisal.forms.pdf': '干部考核 个人总结表 导出 PDF',
      'appraisal.all.print': '干部考核 全部材料 打印',
      'evaluation.all.print': '民主评议 全部用表 打印',
      'appraisal.decide': '干部考核 定建议等次',
      'appraisal.saveEntry': '干部考核 记考核内容'
    }
    expect(Object.fromEntries(Object.keys(said).map((act) => [act, actInWords(act)]))).toEqual(said)
  })

  it('leaves a name it does not know as it is', () => {
    expect(actInWords('appraisal.other.somehow')).toBe('干部考核 other somehow')
  })
})
