type Stock = { others: readonly string[]; elders: readonly string[] }

/** What people write of their own year. `{work}` and the like are words of the branch. */
export const selfReviews: Stock = {
  others: [
    '这一年我主要做{work}，经手的事没有拖过期限。学习上集中培训都到了，自学只读完一本书。不足是遇到不同意见容易急，明年先听完再说。',
    '本职是{work}，年初认领的{2-4}件事办完了，还有一件要和别的科室一起办，进度写在台账上。缺点是到{site}少，掌握情况靠电话。',
    '我在{site}的时间最长，群众反映的{3-6}件小事当天办结。参加组织生活没有缺席，发言准备得不够。明年每季度写一次心得。',
    '{work}里碰到两次难处，都是同事帮着过的关。我自己的问题是做得多、记得少，台账有几处是后补的，今后当天记。',
    '学时够了，笔记记了一本。带了一名新同志，{work}的要领教过三遍。不足是批评别人少，怕伤和气，这不是帮人。',
    '今年调整了分工，{work}是新接手的，前三个月出过一次差错，作了检查。后半年没有再错。理论学习还浅，只会念，不会讲。',
    '参加志愿服务{4-6}次，结对的一户老人每月去看一回。工作中对{who}的难处了解不够，安排任务时没有留余地。'
  ],
  elders: [
    '退休不退党。我每月参加学习，楼里有事帮着劝和。身体不如从前，外出活动去得少，能在家里做的都做。',
    '今年在{site}讲了两次过去的事，孩子们愿意听。缺点是学新东西慢，手机上的学习要请人帮忙。',
    '党费按月交，会议没有缺席。看不惯的事当面说，有时话重，得罪过人，以后注意口气。'
  ]
}

/** What others say of a person; `{other}` is the name. */
export const peerOpinions: Stock = {
  others: [
    '{other}同志做{work}认真，交给他的事放心；希望把经验写下来，不要只装在自己心里。',
    '工作扎实，肯到{site}去。有时说话太直，{who}听了下不来台。',
    '{other}同志一年来进步明显，遇事能先请示后办理；参加讨论可以再主动一些。',
    '帮过我两次忙，从不计较。建议多留些时间学习，不要总让{work}占满。',
    '责任心强，加班从不推。提一条意见：开会准时，别踩着点到。'
  ],
  elders: ['热心，楼里的事都爱管。年纪大了，要多注意身体。', '{other}同志原则性强，说话公道，大家服气。']
}

/** Grades below 合格, each with its reason; the first leads to 限期改正. */
export const lowGrades: readonly { key: string; year: number; grade: '基本合格' | '不合格'; reason: string }[] = [
  {
    key: 'ZB05 彭海',
    year: 2025,
    grade: '不合格',
    reason: '全年无故缺席组织生活五次，两次谈话后没有改进，交办的任务有三项没有办。支委会核实后提出，本人承认事实。'
  },
  {
    key: 'ZB04 白志强',
    year: 2025,
    grade: '基本合格',
    reason: '违反客户服务纪律，上级正在核查，本人作了书面检查；平时工作能完成。'
  },
  {
    key: 'ZB02 姚勇',
    year: 2025,
    grade: '基本合格',
    reason: '学时只完成一半，主题党日迟到四次，工作上没有差错。'
  },
  {
    key: 'ZB07 任远征',
    year: 2026,
    grade: '基本合格',
    reason: '价格采集有两周照抄上周数据，被抽查发现；事后补采，作了检讨。'
  }
]
