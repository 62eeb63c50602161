/** moves says whether the user wants anything to move; Ant Design is told, because its popups wait for animations. */
export const moves = !matchMedia('(prefers-reduced-motion: reduce)').matches
