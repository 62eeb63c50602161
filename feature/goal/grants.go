package goal

import "erba/platform/identity"

// Grants are goal's rows of the matrix: goals are set by those who work on the
// account and by those who lead them. Whoever may estimate what an account buys
// may say so here, too.
var Grants = identity.Grants{
	"goal:read": {"rep": "OT", "key_account_manager": "OT", "sales_manager": "S", "director": "A", "finance": "A",
		"operations": "A", "operator": "A"},
	"goal:write":  {"rep": "O", "key_account_manager": "OT", "sales_manager": "S", "director": "A", "operator": "A"},
	"goal:export": {"rep": "O", "key_account_manager": "OT", "sales_manager": "S", "director": "A", "operator": "A"},
}

// Columns are the classes of goal's columns: what one intends is commercial.
var Columns = identity.Columns{
	"goals": {"C4": "amount share chosen reason", "C1": "author_id", "C0": "id account_id year set_on", "own": "version"},
}
