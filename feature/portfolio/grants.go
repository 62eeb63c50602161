package portfolio

import "erba/platform/identity"

// Grants are portfolio's rows of the matrix.
var Grants = identity.Grants{
	"portfolio:read": {"rep": "OT", "key_account_manager": "OT", "sales_manager": "S", "director": "A", "finance": "A",
		"operations": "A", "operator": "A"},
	"portfolio:export":    {"rep": "O", "key_account_manager": "OT", "sales_manager": "S", "director": "A", "operator": "A"},
	"portfolio:evaluate":  {"sales_manager": "A", "director": "A", "operations": "A", "operator": "A"},
	"portfolio:estimate":  {"rep": "OT", "key_account_manager": "OT", "sales_manager": "S", "director": "A", "operator": "A"},
	"portfolio:nominate":  {"key_account_manager": "OT", "sales_manager": "S", "director": "A", "operator": "A"},
	"portfolio:approve":   {"director": "A", "operator": "A"},
	"portfolio:configure": {"director": "A", "admin": "A", "operator": "A"},
}
