package account

// Unassigned is the code of the account on which lines without any account are
// booked, where that is wanted. It is nobody's customer, so no model ranks it.
const Unassigned = "-"
