package product

import "erba/platform/identity"

// Grants are product's rows of the matrix.
var Grants = identity.Grants{
	"product:read":  {"rep", "key_account_manager", "sales_manager", "director", "finance", "service", "operations"},
	"product:write": {"operations", "director"},
}
