package target

import "erba/platform/identity"

// Grants are target's rows of the matrix. A target belongs to a person, not to an
// account: O is one's own, S that of everybody in one's line.
var Grants = identity.Grants{
	"target:read": {"rep": "O", "key_account_manager": "O", "sales_manager": "S", "director": "A", "finance": "A",
		"operations": "A", "operator": "A"},
	"target:write":    {"sales_manager": "S", "director": "A", "operator": "A"},
	"target:calendar": {"director": "A", "operations": "A", "operator": "A"},
	"target:export":   {"rep": "O", "key_account_manager": "O", "sales_manager": "S", "director": "A", "operator": "A"},
}

// Columns are the classes of target's columns: what is wanted of somebody is
// commercial, and who he is is not.
var Columns = identity.Columns{
	"fiscal_years":  {"C1": "author_id", "C0": "id year set_on", "own": "version latest dropped"},
	"fiscal_months": {"C0": "year_id month from_on to_on"},
	"targets":       {"C1": "user_id author_id", "C0": "id year measure kind product_line set_on", "own": "version"},
	"target_months": {"C4": "amount", "C0": "target_id month"},
}
