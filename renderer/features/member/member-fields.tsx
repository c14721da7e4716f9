import { Checkbox, Select } from 'antd'
import { memberCategories, memberStandings } from '../../../shared/features/member/member.ts'
import type { Problem } from '../../../shared/kernel/outcome.ts'
import { DayField } from '../../ui/day-field.tsx'
import { Field, faultAt } from '../../ui/field.tsx'
import { ChoiceField, TextField } from '../../ui/inputs.tsx'
import { identityWords, type MemberDraft, withCitizenId } from './member-draft.ts'

export const nations =
  '汉族 蒙古族 回族 藏族 维吾尔族 苗族 彝族 壮族 布依族 朝鲜族 满族 侗族 瑶族 白族 土家族 哈尼族 哈萨克族 傣族 黎族 傈僳族 佤族 畲族 高山族 拉祜族 水族 东乡族 纳西族 景颇族 柯尔克孜族 土族 达斡尔族 仫佬族 羌族 布朗族 撒拉族 毛南族 仡佬族 锡伯族 阿昌族 普米族 塔吉克族 怒族 乌孜别克族 俄罗斯族 鄂温克族 德昂族 保安族 裕固族 京族 塔塔尔族 独龙族 鄂伦春族 赫哲族 门巴族 珞巴族 基诺族'.split(
    ' '
  )
export const degrees = ['博士', '硕士', '学士']
export const educations = ['博士研究生', '硕士研究生', '大学本科', '大学专科', '中专', '高中', '初中', '小学']

type Props = {
  draft: MemberDraft
  change: (part: Partial<MemberDraft>) => void
  problem: Problem | null
  /** Facts the roster still wants, by field. */
  wanted: ReadonlySet<string>
}

/** Who somebody is. The ID number fills birth date and sex, so that nothing is typed twice. */
export function IdentityFields({ draft, change, problem, wanted }: Props) {
  const words = identityWords(draft)
  const fault = faultAt(problem, 'citizenId') ?? (words.tone === 'bad' ? words.text : undefined)
  const hint = words.tone === 'good' ? <span className="good">✓ {words.text}</span> : words.text
  return (
    <>
      <TextField
        id="member-name"
        label="姓名"
        value={draft.name}
        fault={faultAt(problem, 'name')}
        onChange={(name) => change({ name: name ?? '' })}
      />
      <TextField
        id="member-citizen-id"
        label="身份证号"
        value={draft.citizenId}
        maxLength={24}
        wanted={wanted.has('citizenId')}
        fault={fault}
        hint={fault === undefined ? hint : undefined}
        onChange={(text) => change(withCitizenId(draft, text))}
      />
      <div className="field-pair">
        <ChoiceField
          id="member-sex"
          label="性别"
          value={draft.sex}
          options={['男', '女'] as const}
          fault={faultAt(problem, 'sex')}
          onChange={(sex) => change({ sex })}
        />
        <DayField
          id="member-born-on"
          label="出生日期"
          value={draft.bornOn}
          wanted={wanted.has('bornOn')}
          fault={faultAt(problem, 'bornOn')}
          onChange={(bornOn) => change({ bornOn })}
        />
        <TextField
          id="member-nation"
          label="民族"
          value={draft.nation}
          suggestions={nations}
          wanted={wanted.has('nation')}
          fault={faultAt(problem, 'nation')}
          onChange={(nation) => change({ nation })}
        />
        <TextField
          id="member-education"
          label="学历"
          value={draft.education}
          suggestions={educations}
          wanted={wanted.has('education')}
          fault={faultAt(problem, 'education')}
          onChange={(education) => change({ education })}
        />
        <TextField
          id="member-degree"
          label="学位"
          value={draft.degree}
          suggestions={degrees}
          fault={faultAt(problem, 'degree')}
          onChange={(degree) => change({ degree })}
        />
      </div>
      <TextField
        id="member-job"
        label="工作单位及职务"
        value={draft.job}
        wanted={wanted.has('job')}
        fault={faultAt(problem, 'job')}
        onChange={(job) => change({ job })}
      />
    </>
  )
}

/** How to reach somebody. */
export function ContactFields({ draft, change, problem, wanted }: Props) {
  return (
    <>
      <div className="field-pair">
        <TextField
          id="member-phone"
          label="手机号码"
          value={draft.phone}
          maxLength={40}
          wanted={wanted.has('phone')}
          fault={faultAt(problem, 'phone')}
          onChange={(phone) => change({ phone })}
        />
        <TextField
          id="member-landline"
          label="固定电话"
          value={draft.landline}
          maxLength={40}
          fault={faultAt(problem, 'landline')}
          onChange={(landline) => change({ landline })}
        />
      </div>
      <TextField
        id="member-address"
        label="家庭住址"
        value={draft.address}
        maxLength={200}
        fault={faultAt(problem, 'address')}
        onChange={(address) => change({ address })}
      />
    </>
  )
}

const longTexts = [
  ['honours', '奖惩'],
  ['hardship', '困难情况'],
  ['note', '备注']
] as const

/** What is written in sentences. */
export function OtherFields({ draft, change, problem }: Omit<Props, 'wanted'>) {
  return (
    <>
      <h3 className="panel-heading">其他</h3>
      <p className="field">
        <Checkbox
          id="member-leader"
          checked={draft.leader}
          onChange={(event) => change({ leader: event.target.checked })}
        >
          党员领导干部
        </Checkbox>
      </p>
      {longTexts.map(([field, label]) => (
        <TextField
          key={field}
          id={`member-${field}`}
          label={label}
          rows={2}
          maxLength={2000}
          value={draft[field]}
          fault={faultAt(problem, field)}
          onChange={(text) => change({ [field]: text })}
        />
      ))}
    </>
  )
}

/** Standing in the Party and its dates. */
export function AdmissionFields({ draft, change, problem, wanted }: Props) {
  const party = draft.category === '正式党员' || draft.category === '预备党员'
  return (
    <>
      <h3 className="panel-heading">党籍</h3>
      <div className="field-pair">
        <Field label="人员类别" for="member-category" fault={faultAt(problem, 'category')}>
          <Select
            id="member-category"
            style={{ width: '100%' }}
            value={draft.category}
            onChange={(category) => change({ category })}
            options={memberCategories.map((value) => ({ value, label: value }))}
          />
        </Field>
        <Field label="党籍状态" for="member-standing" fault={faultAt(problem, 'standing')}>
          <Select
            id="member-standing"
            style={{ width: '100%' }}
            value={draft.standing}
            onChange={(standing) => change({ standing })}
            options={memberStandings.map((value) => ({ value, label: value }))}
          />
        </Field>
        {party || draft.joinedOn !== null ? (
          <DayField
            id="member-joined-on"
            label="入党日期"
            value={draft.joinedOn}
            wanted={wanted.has('joinedOn')}
            fault={faultAt(problem, 'joinedOn')}
            onChange={(joinedOn) => change({ joinedOn })}
          />
        ) : null}
        {draft.category === '正式党员' || draft.fullOn !== null ? (
          <DayField
            id="member-full-on"
            label="转正日期"
            value={draft.fullOn}
            wanted={wanted.has('fullOn')}
            fault={faultAt(problem, 'fullOn')}
            onChange={(fullOn) => change({ fullOn })}
          />
        ) : null}
      </div>
    </>
  )
}
