package worth

import "erba/platform/identity"

// Grants are worth's rows of the matrix: what is put into an account is told to
// whoever is told what it leaves.
var Grants = identity.Grants{
	"worth:read":   {"key_account_manager": "OT", "sales_manager": "S", "director": "A", "finance": "A", "operations": "A", "operator": "A"},
	"worth:export": {"key_account_manager": "OT", "sales_manager": "S", "director": "A", "operator": "A"},
}
