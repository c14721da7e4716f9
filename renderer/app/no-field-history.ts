/**
 * A browser keeps what was typed into a field for next time, in clear, in its own profile, unless the field says no.
 * Fields drawn by libraries say something else (`new-password`, which is no refusal), so each is told when it is entered.
 */
document.addEventListener('focusin', ({ target }) => {
  if (target instanceof HTMLInputElement && target.type !== 'password') target.autocomplete = 'off'
})
