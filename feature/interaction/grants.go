package interaction

import "erba/platform/identity"

// Grants are the rows of the matrix of contacts with customers: who works on an
// account writes them down, and whoever leads him reads them.
var Grants = identity.Grants{
	"interaction:read":   {"rep": "OT", "key_account_manager": "OT", "sales_manager": "S", "director": "A"},
	"interaction:write":  {"rep": "OT", "key_account_manager": "OT", "sales_manager": "S"},
	"interaction:export": {"key_account_manager": "OT", "sales_manager": "S", "director": "A"},
}

// Columns are the classes of interaction's columns: who of us was where is
// somebody's, too.
var Columns = identity.Columns{
	"interactions":       {"C4": "subject", "C1": "by_id held_at", "C0": "id account_id held_on channel direction waits answered_at", "own": "visit_id version"},
	"interaction_people": {"C1": "interaction_id contact_id"},
	"interaction_users":  {"C1": "interaction_id user_id"},
}
