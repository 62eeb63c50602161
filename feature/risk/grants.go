package risk

import "erba/platform/identity"

// Grants are the rows of the matrix of risks of accounts: whoever works on one sees
// what threatens it, and who answers for the relationship judges it.
var Grants = identity.Grants{
	"risk:read":   {"rep": "OT", "key_account_manager": "OT", "sales_manager": "S", "director": "A"},
	"risk:write":  {"key_account_manager": "OT", "sales_manager": "S", "director": "A"},
	"risk:export": {"key_account_manager": "OT", "sales_manager": "S", "director": "A"},
}

// Columns are the classes of risk's columns: what may break a relationship off is
// the business of those who keep it.
var Columns = identity.Columns{
	"risks":        {"C4": "probability impact evidence counter", "C1": "owner_id by_id by_name", "C0": "id account_id cause due_on judged_on", "own": "version"},
	"risk_levels":  {"C4": "cause score", "C0": "id account_id since_on"},
	"risk_signals": {"C4": "kind cause probability value cut reason", "C1": "by_id by_name", "C0": "id account_id raised_on state decided_on", "own": "version"},
	"risk_looks":   {"C4": "state value cut", "C0": "account_id kind looked_on"},
	"risk_events":  {"C0": "id account_id kind on_day"},
	"risk_interruptions": {"C4": "cause stage_before description recovery result closing", "C1": "owner_id by_id by_name",
		"C0": "id account_id opened_on due_on closed_on", "own": "version"},
	"risk_offers": {"C4": "measure spend result remark", "C1": "by_id", "C0": "id interruption_id offered_on", "own": "version"},
}
