/** 按键帽, shown beside the action it triggers. */
export const Kbd = ({ children }: { children: string }) => <kbd className="kbd">{children}</kbd>
