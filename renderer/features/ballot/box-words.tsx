/** What is protected and what is not, in plain words (security.md §3.6): no more is claimed. */
export const BoxWords = () => (
  <div className="box-words">
    <h3>能保住什么，保不住什么</h3>
    <ul>
      <li>存下来的数据里查不出谁投了什么：票不记名、不记先后和时间，两个口令一起才能开箱。</li>
      <li>电脑被人装了监看软件，或者投票时有人在旁边看，这个程序防不住。</li>
      <li>投票码条放进帽子里抽，不登记谁抽到哪张。</li>
    </ul>
  </div>
)
