package team

import "erba/platform/identity"

// Grants are team's rows of the matrix. Who sees an account may know who else
// does; a share is given by who owns the account or leads who does, and not by
// who has been given one.
var Grants = identity.Grants{
	"team:read": {"rep": "OTX", "key_account_manager": "OTX", "sales_manager": "SRX", "director": "A", "finance": "A",
		"service": "FT", "operations": "A"},
	"team:write": {"sales_manager": "S", "director": "A", "operations": "A"},
	"team:share": {"rep": "O", "key_account_manager": "O", "sales_manager": "S", "director": "A"},
	"team:flag":  {"rep": "O", "key_account_manager": "OT", "sales_manager": "S", "director": "A", "operations": "A"},
	"team:away": {"rep": "O", "key_account_manager": "O", "sales_manager": "O", "director": "O", "finance": "O",
		"service": "O", "operations": "O"},
	"team:govern": {"admin": "A"},
}
