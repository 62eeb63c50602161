package gift

import "erba/platform/identity"

// Grants are the rows of the matrix of gifts: who works on an account gives, who
// leads him agrees to what is above the limits, and finance reads what was given.
var Grants = identity.Grants{
	"gift:read":    {"rep": "OT", "key_account_manager": "OT", "sales_manager": "S", "director": "A", "finance": "A"},
	"gift:write":   {"rep": "OT", "key_account_manager": "OT", "sales_manager": "S"},
	"gift:approve": {"sales_manager": "S", "director": "A"},
	"gift:export":  {"key_account_manager": "OT", "sales_manager": "S", "director": "A"},
}

// Columns are the classes of gift's columns: what was given is commercial. What
// somebody likes stands in the notes about him and nowhere here.
var Columns = identity.Columns{
	"gifts": {"C4": "item value occasion personal reason", "C1": "contact_id by_id", "C0": "id account_id given_on state made_on", "own": "approval_id version"},
}
