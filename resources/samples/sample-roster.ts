import type { Day } from '../../shared/kernel/dates.ts'
import type { BranchCode, Row } from './sample-branches.ts'

/** Name, sex and year of birth of everybody who began in a branch, in the order of their places. All names are invented. */
export const roster: Record<BranchCode, string> = {
  ZB01: `周启明男1978 林慧女1985 许静女1988 方国栋男1976 郑一鸣男1983 丁立新男1969 马秀兰女1972 王建军男1973 王晓峰男1996
    石磊男1987 冯雪梅女1988 吕志强男1971 李文博男1991 杨帆男1991 何丽华女1977 陈雨桐女1998 赵海涛男1990 高翔男1968`,
  ZB02: `张㛃女1980 李䶮男1981 欧阳致远男1985 买买提·艾力男1979 王伟男1984 王伟男1970 马宏男1992 姚勇男1978 蓝娜洋女1985
    谈曦女1991 祝思男1970 狄燕国女1993 朱磊男1980 顾桐海男1989 顾燕丽女1972 沈国梁男1972 秦岭男1975 杨𬱖男1986 白凤仙女1978
    苏婉清女1996 韦明辉男1987 夏春生男1974 蒋思源男2001`,
  ZB03: `阿依古丽·买买提女1976 陈𫖯男1986 诸葛清扬男1982 单永康男1972 解春芳女1991 毛娟涛女1977 严敏志女1986 祝海红女1981
    朱墨超男1970 韦海军男1971 吴燕斌女1970 周强梅女1983 邵国涛男1969 蓝建男1994 郑波海男1976 鲁海家男1981 禹文琪男1995
    葛静女1992 喻军东男1972 姜桐刚男1981 阮军杰男1997 陈勇男1980 陈勇男1993 龚雪岚女1979 上官文博男1990 普建华男1982
    侬志刚男1977 张丽女1986 曾德贵男1966 孟庆山男1975 周子墨男1999 陆雨薇女2000`,
  ZB04: `曹墨雨女1985 蓝春静女1992 乐平桐男1992 喻霞女1980 唐若男1985 屈斌明男1974 颜雨雨女1982 吴海桐男1993 江海源男1974
    韦立男1974 陶雨女1985 赵英超女1983 宋丽远女1976 狄曦春男1975 元琪建男1977 马燕杰女1987 戴英建女1999 董晓枫男1973
    刘㭎男1989 木增光男1980 迪丽努尔·吐尔逊女1988 韩雪晴女1996 金大勇男1995 白志强男1982 刘杰女1994 曹晋男1983
    柳春女1990 卫强生男1984 杨一帆男2002`,
  ZB05: `傅兰超女1972 邵洋男1970 彭海男1992 傅明文男1992 邹勇霞女1979 戴若男1980 袁洋明男1969 穆丽女1995 安春男1988
    赵德旺男1978 杜鹏飞男1990 岩温男1985 段绍云男1975 马国富男1971 刘杰男1991 黄𬀩男1993 尹丽琼女1989 黎晓军男1997
    何晓燕女1986 马俊男1990 王德明男1966 木增光男1980 程晓飞男1998 高云鹏男2000`,
  ZB06: `吕平桐男1953 贝强刚男1955 罗玉男1950 祝永男1955 傅立芳女1951 伍建男1956 王秀英女1949 张国才男1947 李桂珍女1952
    杨世昌男1946 普有才男1954 司马玉珍女1957 刘淑兰女1955 侯文斌男1958 顾燕丽女1972 蔡正华男1941`,
  ZB07: `方志远男1977 邓丽娟女1984 汪海波男1986 石玉兰女1981 卢志芳女1983 严冬男1991 张丽女1992 杜鹃女1985 任远征男1979
    潘晓明男1988 袁思琪女1993 贺建华男1974 皇甫明男1981 万里鹏男1992 沙马·拉珠男1990 彭海燕女1983 梁雨萱女1999
    普建华男1982 唐芷兰女1991 谭少华男1988 罗嘉怡女1999 叶子晨男2000`,
  ZB08: `罗正荣男1975 龚永芳女1984 李朝阳男1990 熊开明男1987 盘秀英女1993 龙建文男1983 侬小龙男1998 苗春玲女1982
    代立峰男1985 和丽梅女1999`
}

/** A spell in which somebody hardly ever came, and why. */
export type Away = { reason: string; from: Day; to: Day }

/** What is to be said of one person beyond name, sex and year; everything else is drawn. */
export type Particulars = {
  category?: '预备党员' | '发展对象' | '入党积极分子' | '入党申请人'
  nation?: string
  job?: string
  leader?: true
  joined?: Day
  full?: Day
  standing?: '停止党籍' | '已转出' | '除名' | '死亡'
  guest?: true
  from?: Day
  to?: Day
  moved?: { branch: BranchCode; group?: string; from: Day; job: string }
  lacks?: readonly string[]
  sameAs?: string
  away?: Away
  note?: string
}

/** The same person entered twice: name and birth date agree, the second row has no ID number. */
const twice = (first: string, job: string): Particulars => ({
  sameAs: first,
  job,
  lacks: ['身份证号', '手机号码', '学历']
})
const applied = (day: string): string => `${day}递交入党申请书`

/** By branch and name; `2` behind a name means the second of that name in the branch. */
export const particulars: Readonly<Record<string, Particulars>> = {
  'ZB01 周启明': { leader: true, job: '办公室主任' },
  'ZB01 林慧': { leader: true, job: '人事科科长' },
  'ZB01 许静': { job: '人事科组织员' },
  'ZB01 方国栋': { leader: true, job: '财务科科长' },
  'ZB01 王晓峰': { category: '预备党员', joined: '2026-03-20', job: '办公室文秘' },
  'ZB01 杨帆': { lacks: ['学历', '手机号码'] },
  'ZB01 陈雨桐': { category: '预备党员', joined: '2025-11-12', job: '办公室综合文秘' },
  'ZB02 张㛃': { leader: true, job: '审计科科长' },
  'ZB02 买买提·艾力': { nation: '维吾尔族', job: '信息中心主任', leader: true },
  'ZB02 姚勇': { lacks: ['学历'] },
  'ZB02 谈曦': { lacks: ['手机号码'] },
  'ZB02 沈国梁': { leader: true, job: '党委书记、局长（经理）', nation: '汉族' },
  'ZB02 秦岭': { leader: true, job: '党委副书记、副局长' },
  'ZB02 白凤仙': { nation: '白族' },
  'ZB02 苏婉清': { joined: '2025-05-15', full: '2026-05-15' },
  'ZB02 韦明辉': {
    guest: true,
    nation: '壮族',
    job: '信息中心挂职副主任',
    note: '州局挂职，组织关系在州局机关第三党支部'
  },
  'ZB02 夏春生': { standing: '已转出', to: '2026-04-30', note: '调往邻县，介绍信已开' },
  'ZB02 蒋思源': { category: '入党申请人', note: applied('2026年9月7日') },
  'ZB03 阿依古丽·买买提': { nation: '维吾尔族', leader: true, job: '专卖监督管理科科长' },
  'ZB03 陈𫖯': { leader: true, job: '稽查大队大队长' },
  'ZB03 邵国涛': { lacks: ['手机号码'] },
  'ZB03 阮军杰': { category: '预备党员', joined: '2026-06-18' },
  'ZB03 龚雪岚': { leader: true, job: '党委委员、纪委书记' },
  'ZB03 上官文博': { nation: '汉族' },
  'ZB03 普建华': { nation: '彝族' },
  'ZB03 侬志刚': { nation: '壮族' },
  'ZB03 曾德贵': { to: '2026-03-31', moved: { branch: 'ZB06', from: '2026-04-01', job: '退休' } },
  'ZB03 孟庆山': { standing: '已转出', to: '2025-11-30', note: '随家属调往外州' },
  'ZB03 周子墨': { category: '发展对象', note: `${applied('2023年11月6日')}；2026年4月列为发展对象` },
  'ZB03 陆雨薇': { category: '入党积极分子', note: `${applied('2024年7月1日')}；2025年3月确定为积极分子` },
  'ZB04 曹墨雨': { leader: true, job: '营销中心主任' },
  'ZB04 乐平桐': { lacks: ['学历'] },
  'ZB04 元琪建': { lacks: ['民族', '手机号码'] },
  'ZB04 戴英建': { category: '入党积极分子', note: `${applied('2025年1月13日')}；2025年9月确定为积极分子` },
  'ZB04 董晓枫': { leader: true, job: '党委委员、副经理' },
  'ZB04 木增光': { nation: '纳西族' },
  'ZB04 迪丽努尔·吐尔逊': { nation: '维吾尔族' },
  'ZB04 韩雪晴': { category: '预备党员', joined: '2025-12-10' },
  'ZB04 金大勇': { category: '预备党员', joined: '2025-08-20', note: '2026年8月20日支部大会同意延长预备期半年' },
  'ZB04 曹晋': { guest: true, job: '终端建设项目驻点干部', note: '州局驻点，组织关系未转入' },
  'ZB04 柳春': { to: '2026-06-30', moved: { branch: 'ZB07', group: 'XZ0701', from: '2026-07-01', job: '品牌培育员' } },
  'ZB04 卫强生': { standing: '除名', to: '2025-06-30' },
  'ZB04 杨一帆': { category: '入党申请人', note: applied('2026年5月4日') },
  'ZB05 傅兰超': { leader: true, job: '物流配送中心主任' },
  'ZB05 彭海': { lacks: ['学历'], away: { reason: '无故', from: '2026-09-01', to: '2026-11-30' } },
  'ZB05 岩温': { nation: '傣族', lacks: ['工作单位及职务'] },
  'ZB05 马国富': { nation: '回族' },
  'ZB05 黎晓军': { category: '预备党员', joined: '2025-09-18' },
  'ZB05 何晓燕': {
    to: '2026-08-31',
    moved: { branch: 'ZB07', group: 'XZ0702', from: '2026-09-01', job: '货款结算员' }
  },
  'ZB05 马俊': { to: '2026-02-28', moved: { branch: 'ZB03', group: 'XZ0302', from: '2026-03-01', job: '市场监管员' } },
  'ZB05 王德明': { to: '2026-07-31', moved: { branch: 'ZB06', from: '2026-08-01', job: '退休' } },
  'ZB05 木增光': twice('ZB04 木增光', '送货员'),
  'ZB05 程晓飞': { category: '入党积极分子', note: `${applied('2024年10月8日')}；2025年6月确定为积极分子` },
  'ZB05 高云鹏': { category: '入党申请人', note: applied('2026年10月26日') },
  'ZB06 罗玉': { lacks: ['手机号码'] },
  'ZB06 张国才': { lacks: ['学历', '手机号码'] },
  'ZB06 杨世昌': { away: { reason: '病假', from: '2026-01-01', to: '2026-12-31' }, note: '长期卧床，由侯文斌送学上门' },
  'ZB06 普有才': { nation: '彝族' },
  'ZB06 顾燕丽': twice('ZB02 顾燕丽', '退休'),
  'ZB06 蔡正华': { standing: '死亡', to: '2026-03-18' },
  'ZB07 方志远': { leader: true, job: '卷烟经营部主任' },
  'ZB07 严冬': { lacks: ['手机号码'] },
  'ZB07 贺建华': { leader: true, job: '安全管理科科长' },
  'ZB07 沙马·拉珠': { nation: '彝族' },
  'ZB07 梁雨萱': { category: '预备党员', joined: '2026-11-19' },
  'ZB07 普建华': twice('ZB03 普建华', '市场信息员'),
  'ZB07 唐芷兰': { from: '2026-05-06', note: '由县供销联社党支部转入' },
  'ZB07 谭少华': {
    standing: '停止党籍',
    away: { reason: '无故', from: '2026-01-01', to: '2026-05-31' },
    note: '停薪外出后失去联系'
  },
  'ZB07 罗嘉怡': { category: '发展对象', note: `${applied('2024年3月12日')}；2026年8月列为发展对象` },
  'ZB07 叶子晨': { category: '入党积极分子', note: `${applied('2025年6月30日')}；2026年3月确定为积极分子` },
  'ZB08 罗正荣': { leader: true, job: '石桥烟站站长' },
  'ZB08 龚永芳': { job: '青岗烟站副站长' },
  'ZB08 李朝阳': { job: '石桥烟站技术员' },
  'ZB08 熊开明': { job: '青岗烟站技术员' },
  'ZB08 盘秀英': { nation: '瑶族', job: '青岗烟站验级员' },
  'ZB08 龙建文': {
    job: '石桥烟站验级员',
    to: '2026-08-31',
    moved: { branch: 'ZB02', from: '2026-09-01', job: '审计科科员' }
  },
  'ZB08 侬小龙': { category: '预备党员', joined: '2026-05-20', nation: '壮族', job: '白沙收购点保管员' },
  'ZB08 苗春玲': { from: '2026-10-12', job: '石桥烟站统计员', note: '由州公司复烤厂党支部转入' },
  'ZB08 代立峰': { guest: true, job: '青岗烟站驻村干部', note: '组织关系在驻村工作队临时党支部' },
  'ZB08 和丽梅': {
    category: '入党积极分子',
    nation: '纳西族',
    note: `${applied('2025年2月24日')}；2025年11月确定为积极分子`
  }
}

/** Rows of 停权. */
export const suspensionRows: readonly Row[] = [
  {
    姓名: '白志强',
    组织编码: 'ZB04',
    种类: '留党察看',
    起: '2026-03-10',
    止: '2027-03-09',
    依据: '县局党委关于给予白志强同志留党察看一年处分的决定'
  },
  {
    姓名: '谭少华',
    组织编码: 'ZB07',
    种类: '停止党籍',
    起: '2026-06-01',
    依据: '失去联系满六个月，县局党委批复同意停止党籍'
  }
]
