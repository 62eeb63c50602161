package commitment

import "erba/platform/identity"

// Grants are the rows of the matrix of promises: who works on an account gives
// them and takes them, and whoever leads him sees whether they are kept.
var Grants = identity.Grants{
	"commitment:read":   {"rep": "OT", "key_account_manager": "OT", "sales_manager": "S", "director": "A"},
	"commitment:write":  {"rep": "OT", "key_account_manager": "OT", "sales_manager": "S"},
	"commitment:export": {"key_account_manager": "OT", "sales_manager": "S", "director": "A"},
}

// Columns are the classes of commitment's columns: what was promised is commercial.
var Columns = identity.Columns{
	"commitments": {"C4": "words reason", "C1": "contact_id user_id author_id",
		"C0": "id account_id by_side due_on first_on state ended_on made_on", "own": "visit_id reminded version"},
	"commitment_extensions": {"C4": "reason", "C1": "by_id", "C0": "id commitment_id was_on becomes_on made_on"},
}
