import { failure } from '../../shared/kernel/outcome.ts'

/** Why a file cannot be used as a workbook. Each has one sentence for the user that says how to go on. */
export type WorkbookProblem =
  | 'not-a-workbook'
  | 'old-format'
  | 'text-format'
  | 'other-format'
  | 'encrypted'
  | 'macros'
  | 'unsafe'
  | 'too-large'
  | 'damaged'
  | 'timed-out'

const saveAs = '请在 Excel 或 WPS 中打开它，用“另存为”选择“Excel 工作簿（*.xlsx）”，再导入另存的文件。'

const sentences: Record<WorkbookProblem, string> = {
  'not-a-workbook': `这个文件不是 Excel 工作簿。${saveAs}`,
  'old-format': `这是旧格式的表格（.xls 或 .et），不能直接读取。${saveAs}`,
  'text-format': `这是文本或网页格式的表格（如 .csv），不能直接读取。${saveAs}`,
  'other-format': `这是其他格式的文件（如 .xlsb、.ods、.docx），不能直接读取。${saveAs}`,
  encrypted: `这个文件设了打开密码。请在 Excel 或 WPS 中取消密码，用“另存为”选择“Excel 工作簿（*.xlsx）”，再导入另存的文件。`,
  macros: `这个文件带有宏（.xlsm），为安全起见不予读取。${saveAs}`,
  unsafe: `这个文件的内部结构不正常，为安全起见不予读取。${saveAs}`,
  'too-large': `这个文件太大：每张工作表最多 50,000 行、256 列，每格最多 32,767 字，整个文件解开后不超过 256 MB。请删去多余的行列，或分成几个文件。`,
  damaged: `这个文件已损坏，读不出来。${saveAs}`,
  'timed-out': '读取这个文件用时过长，已停止。请删去多余的工作表和格式，或分成几个文件再导入。'
}

/** The failure with its sentence; `detail` replaces the sentence where more is known. */
export const refuseWorkbook = (problem: WorkbookProblem, detail?: string) =>
  failure(problem, detail ?? sentences[problem])
