package handover

import "erba/platform/identity"

// Grants are the rows of the matrix of hand-overs: who works on an account knows who
// led it; the successor accepts it, and whoever leads both says how long the other one helps.
var Grants = identity.Grants{
	"handover:read":   {"rep": "OT", "key_account_manager": "OT", "sales_manager": "S", "director": "A"},
	"handover:write":  {"rep": "OT", "key_account_manager": "OT", "sales_manager": "S"},
	"handover:end":    {"sales_manager": "S", "director": "A"},
	"handover:export": {"rep": "O", "key_account_manager": "OT", "sales_manager": "S", "director": "A"},
}

// Columns are the classes of the columns of hand-overs: the pack says how people
// stand to us.
var Columns = identity.Columns{
	"handovers": {"C4p": "pack", "C4": "note questions", "C1": "from_id to_id by_id", "C0": "id account_id made_on until_on state accepted_on", "own": "version"},
}
