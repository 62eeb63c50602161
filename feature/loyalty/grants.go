package loyalty

import "erba/platform/identity"

// Grants are the rows of the matrix of the ladder of loyalty: whoever works on an
// account sees how it stands to our products, and who answers for it says what it
// buys of them.
var Grants = identity.Grants{
	"loyalty:read":   {"rep": "OT", "key_account_manager": "OT", "sales_manager": "S", "director": "A"},
	"loyalty:write":  {"key_account_manager": "OT", "sales_manager": "S", "director": "A"},
	"loyalty:export": {"key_account_manager": "OT", "sales_manager": "S", "director": "A"},
}

// Columns are the classes of loyalty's columns: what an account buys, and what its
// people think, are commercial.
var Columns = identity.Columns{
	"loyalty_positions": {"C4": "demand people evidence", "C1": "by_id by_name", "C0": "id account_id line judged_on expires_on", "own": "version"},
	"loyalty_rungs":     {"C4": "rung sales share attitude", "C0": "id account_id line since_on until_on"},
}
