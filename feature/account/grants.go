package account

import "erba/platform/identity"

// Grants are account's rows of the matrix. What a region opens is to be read
// and written, but not to be handed on.
var Grants = identity.Grants{
	"account:read": {"rep": "OTX", "key_account_manager": "OTX", "sales_manager": "SRX", "director": "A", "finance": "A",
		"service": "FT", "operations": "A", "operator": "A"},
	"account:write": {"rep": "OT", "key_account_manager": "OT", "sales_manager": "SR", "director": "A", "operations": "A", "operator": "A"},
	"account:export": {"rep": "O", "key_account_manager": "OT", "sales_manager": "S", "director": "A", "operations": "A",
		"operator": "A"},
	"account:merge":  {"sales_manager": "S", "operations": "A", "operator": "A"},
	"account:spend":  {"sales_manager": "A", "operations": "A", "operator": "A"},
	"account:assign": {"sales_manager": "S", "director": "A", "operations": "A", "operator": "A"},
}
