/** The address of a new talk: beside the branch, year and view that stand there already, else on its own. */
export function newTalkAt({ pathname, search }: { pathname: string; search: string }): string {
  const params = new URLSearchParams(pathname === '/talk' ? search : '')
  for (const name of ['id', 'talker', 'partner', 'kind', 'plan']) params.delete(name)
  params.set('new', '')
  return `/talk?${params}`
}
