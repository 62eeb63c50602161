package fee

import "erba/platform/identity"

// Grants are the rows of the matrix of fees: who works on a customer asks, a manager
// lets small ones pass and a director all of them, finance books what was paid. What
// a fee is measured by, the margin, is told to those alone who see margins.
var Grants = identity.Grants{
	"fee:read":     {"rep": "OT", "key_account_manager": "OT", "sales_manager": "S", "director": "A", "finance": "A"},
	"fee:request":  {"rep": "O", "key_account_manager": "OT"},
	"fee:approve":  {"sales_manager": "S", "director": "A"},
	"fee:above":    {"director": "A"},
	"fee:override": {"director": "A"},
	"fee:settle":   {"finance": "A"},
	"fee:export":   {"key_account_manager": "OT", "sales_manager": "S", "director": "A", "finance": "A"},
	"fee:budgets":  {"director": "A", "finance": "A", "sales_manager": "A"},
	"fee:plan":     {"director": "A"},
}

// Columns are the classes of fee's columns: what is spent on whom is commercial.
var Columns = identity.Columns{
	"fees": {"C0": "id account_id type from_on until_on promotion_id state made_on done_on", "C1": "override_id by_id",
		"C4": "name purpose amount agreed baseline expected override actual lesson", "own": "approval_id version"},
	"fee_papers":   {"C0": "id fee_id kind size made_on", "C1": "by_id", "C4": "name body", "own": "sum"},
	"fee_checks":   {"C0": "fee_id check_id"},
	"fee_bookings": {"C0": "account_id home_id id fee_id type booked_on turn booked_at reverses", "C1": "by_id", "C4": "amount currency original number note"},
	"fee_budgets":  {"C0": "id from_on until_on type made_on", "C1": "owner_id by_id", "C4": "amount note", "own": "version"},
}
