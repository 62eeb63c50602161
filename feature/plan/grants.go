package plan

import "erba/platform/identity"

// Grants are the rows of the matrix of plans: planning is the director's, and
// everybody plans and does what is to be done for his own accounts.
var Grants = identity.Grants{
	"plan:read":     {"rep": "OT", "key_account_manager": "OT", "sales_manager": "S", "director": "A", "operations": "A"},
	"plan:direct":   {"director": "A"},
	"plan:confirm":  {"sales_manager": "S", "director": "A"},
	"plan:export":   {"sales_manager": "S", "director": "A", "operations": "A"},
	"action:read":   {"rep": "OT", "key_account_manager": "OT", "sales_manager": "S", "director": "A", "service": "FT", "operations": "A"},
	"action:write":  {"rep": "OT", "key_account_manager": "OT", "sales_manager": "S", "director": "A"},
	"action:export": {"key_account_manager": "OT", "sales_manager": "S", "director": "A", "operations": "A"},
}

// Columns are the classes of plan's columns: a tier follows from sales, so it is
// commercial, and so is what one intends.
var Columns = identity.Columns{
	"plans":      {"C4": "name", "C1": "by_id", "C0": "id from_on until_on state begun_on ended_on", "own": "version"},
	"plan_stale": {"C4": "was becomes", "C0": "plan_id account_id step since_on"},
	"plan_runs":  {"C1": "by_id", "C0": "id template from_on made made_on undone_on"},
	"actions":    {"C4": "title result", "C1": "owner_id by_id", "C0": "id account_id subject_id from_on due_on state made_on ended_on", "own": "origin run_id version"},
}
