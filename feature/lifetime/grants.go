package lifetime

import "erba/platform/identity"

// Grants are the rows of the matrix of lifetime values: who is told margins is
// told what they add up to.
var Grants = identity.Grants{
	"lifetime:read":   {"key_account_manager": "OT", "sales_manager": "S", "director": "A", "finance": "A", "operations": "A", "operator": "A"},
	"lifetime:export": {"key_account_manager": "OT", "sales_manager": "S", "director": "A", "operator": "A"},
}

// Columns are the classes of lifetime's columns.
var Columns = identity.Columns{
	"lifetime_fits": {"C4": "fit", "C0": "as_of", "own": "basis id revision config fitted_at"},
}
