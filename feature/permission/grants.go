package permission

import "erba/platform/identity"

// Roles are those of users, in the order in which they are told, and that of
// the command line.
var Roles = []string{"rep", "key_account_manager", "sales_manager", "director", "finance", "service",
	"operations", "privacy", "admin", identity.Local}

// Grants are permission's rows of the matrix: what the rules are is no secret.
var Grants = identity.Grants{
	"permission:read": {"rep": "A", "key_account_manager": "A", "sales_manager": "A", "director": "A", "finance": "A",
		"service": "A", "operations": "A", "privacy": "A", "admin": "A", "operator": "A"},
}
