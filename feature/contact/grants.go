package contact

import "erba/platform/identity"

// Grants are contact's rows of the matrix.
var Grants = identity.Grants{
	"contact:read": {"rep": "OTX", "key_account_manager": "OTX", "sales_manager": "SX", "director": "A", "finance": "F",
		"service": "F", "operations": "A", "operator": "A"},
	"contact:write": {"rep": "OT", "key_account_manager": "OT", "sales_manager": "S", "operations": "A", "operator": "A"},
}
