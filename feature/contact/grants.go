package contact

import "erba/platform/identity"

// Grants are contact's rows of the matrix.
var Grants = identity.Grants{
	"contact:read":  {"rep", "key_account_manager", "sales_manager", "director", "finance", "service", "operations"},
	"contact:write": {"rep", "key_account_manager", "sales_manager", "operations"},
}
