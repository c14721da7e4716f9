/** A 党课: its title, what it said in short, what it was read from, and what listeners took away. */
export type Lecture = { title: string; summary: string; material: string; remarks: readonly string[] }

const charter = '《中国共产党章程》（2022-10-22）'
const branchRules = '《中国共产党支部工作条例（试行）》（2018-11-25）'
const discipline = '《中国共产党纪律处分条例》（2023-12-27）'
const education = '《中国共产党党员教育管理工作条例》（2019-05-21）'
const burden = '《整治形式主义为基层减负若干规定》（2024-08-06）'

/** Lectures of the year, taken in turn by branch and quarter. */
export const lectures: readonly Lecture[] = [
  {
    title: '做合格党员，创一流业绩',
    summary: '从三个身边的事例讲起，说明合格不是口号，是按时、按质、按规矩把分内的事做完，再帮别人一把。',
    material: charter,
    remarks: ['例子就在身边，听得进去。', '按规矩做完这几个字，{work}上最见功夫。']
  },
  {
    title: '支部怎样把会开短、把事议透',
    summary: '讲支部会议的议事顺序：先说事，再说难处，后说办法，最后定人定时间；发言要有人有话，不能一句同意带过。',
    material: branchRules,
    remarks: ['以后我发言先说做法再说道理。', '会上没有讲透的，会后就要返工，这话对。']
  },
  {
    title: '守住纪律的第一道门',
    summary: '结合几类常见情形，讲小事小节怎样一步步变成大错，提醒{who}在{work}中先问一句合不合规矩。',
    material: discipline,
    remarks: ['第一道门在自己心里，这一句我记下了。', '节前再听一遍正合适。']
  },
  {
    title: '学习要落到岗位上',
    summary: '讲党员学习的三种毛病：只抄不想、只听不问、只学不用，并用{work}的一个改进说明学了怎么用。',
    material: education,
    remarks: ['只抄不想说的就是我，今后改。', '建议把这个改进的数据贴出来。']
  },
  {
    title: '从减负看作风',
    summary: '逐条对照减负规定，看本支部还有哪些重复填的表、可开可不开的会，当场定下取消两项。',
    material: burden,
    remarks: ['取消的那张表我填了三年，早该停。', '腾出来的时间要多到{site}去。']
  },
  {
    title: '把群众的事当成自己的事',
    summary: '讲两次上门解决问题的经过，一次办成了，一次没办成，没办成的原因是只传话、没跟到底。',
    material: charter,
    remarks: ['没办成的那件讲出来不容易。', '跟到底三个字，以后写在登记表最上面。']
  },
  {
    title: '在平凡岗位上传帮带',
    summary: '请老师傅和徒弟一起上台，讲一项手艺怎样教、怎样学，师傅说严是爱，徒弟说问要勤。',
    material: education,
    remarks: ['我也想找一位师傅结对。', '{who}里有手艺的不少，应该都请来讲。']
  }
]
