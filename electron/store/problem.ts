import { failure } from '../../shared/kernel/outcome.ts'
import { sealedYear } from './year-seal.ts'

/** Everything that can be expected to go wrong with a store or its key file. */
export type StoreProblem =
  | 'wrong-password'
  | 'wrong-recovery-code'
  | 'too-many-attempts'
  | 'account-unknown'
  | 'store-missing'
  | 'store-empty'
  | 'store-damaged'
  | 'store-newer'
  | 'store-busy'
  | 'store-exists'
  | 'key-file-missing'
  | 'key-file-damaged'
  | 'folder-read-only'
  | 'folder-missing'
  | 'disk-full'
  | 'not-encrypted'
  | 'account-disabled'
  | 'password-weak'
  | 'store-importing'
  | 'store-unsigned'
  | 'store-is-folder'
  | 'path-too-long'
  | 'year-sealed'

const sentences: Record<StoreProblem, string> = {
  'wrong-password': '口令不对。请检查大小写和输入法后再试；忘记口令可以用恢复码。',
  'wrong-recovery-code': '恢复码不对。请对照保管单逐组核对，共 8 组，每组 4 位，末尾还有 1 位校验。',
  'too-many-attempts': '口令连续输错，请稍后再试。',
  'account-unknown': '没有这个使用人，请在名单里选择。',
  'store-missing': '找不到档案库文件。请检查它是否被移动或改名，或从备份还原。',
  'store-empty': '档案库文件是空的（0 字节），可能被杀毒或同步软件清空。软件没有改动它，请从备份还原。',
  'store-damaged': '口令正确，但档案库文件已损坏。软件没有改动它，请把它另存一份后从备份还原。',
  'store-newer': '这个档案库由更新版本的党务案头写成。请安装新版本再打开，文件没有改动。',
  'store-busy': '档案库正被另一个党务案头程序使用。请先关闭那一个，再回来解锁。',
  'store-exists': '这个位置已有一个档案库，没有覆盖它。请换一个文件名，或直接解锁已有的档案库。',
  'key-file-missing':
    '找不到档案库的钥匙文件（与档案库同名、以 .vault.json 结尾）。请把它放回档案库旁边，或从备份还原。',
  'key-file-damaged': '档案库的钥匙文件已损坏或被改动。请从备份还原钥匙文件，档案库没有改动。',
  'folder-read-only': '档案库所在的文件夹不能写入。请取消只读，或请管理员给当前用户写入权限。',
  'folder-missing': '档案库所在的文件夹不存在，请检查磁盘或 U 盘是否插好。',
  'disk-full': '磁盘已满，这一步没有保存，原有数据没有丢。请清出空间后再试。',
  'not-encrypted': '这个文件没有加密，不是党务案头的档案库。软件没有打开它。',
  'account-disabled': '这个使用人已经停用，请找管理员。',
  'password-weak': '口令不符合本单位的口令要求。',
  'store-importing': '正在导入台账，导完或停止以后再试。',
  'store-unsigned': '上次打开以后数据被回退或丢失过，审计员确认之前只能看，不能改。',
  'store-is-folder': '这个位置是一个文件夹，不是档案库文件。请选以 .dwk 结尾的文件。',
  'path-too-long': '档案库的完整路径太长，请放到层级少、名字短的文件夹里。',
  'year-sealed': '这个年度已经封存，记录只能看，没有改动。要改，请书记在“材料包”里写明原因重新打开。'
}

/** A failed outcome with the sentence the user sees. */
export const storeFailure = (code: StoreProblem, detail?: string) =>
  failure(code, detail === undefined ? sentences[code] : `${sentences[code]}${detail}`)

/** Carries an expected problem out of a place that can only throw; caught at the door of the store. */
export class StoreError extends Error {
  readonly code: StoreProblem
  constructor(code: StoreProblem) {
    super(sentences[code])
    this.name = 'StoreError'
    this.code = code
  }
}

/** What an error of the driver or of the file system means here, or null when it is a bug. */
export function problemOf(error: unknown): StoreProblem | null {
  if (error instanceof StoreError) return error.code
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'SQLITE_CONSTRAINT_TRIGGER' && error instanceof Error && error.message === sealedYear)
    return 'year-sealed'
  if (code.startsWith('SQLITE_FULL') || code === 'ENOSPC' || code === 'EDQUOT') return 'disk-full'
  if (code.startsWith('SQLITE_READONLY') || code === 'EROFS' || code === 'EACCES' || code === 'EPERM')
    return 'folder-read-only'
  if (code.startsWith('SQLITE_CANTOPEN')) return 'folder-read-only'
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return 'store-busy'
  if (code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_NOTADB') || code.startsWith('SQLITE_IOERR'))
    return 'store-damaged'
  if (code === 'ENAMETOOLONG') return 'path-too-long'
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'folder-missing'
  return null
}
