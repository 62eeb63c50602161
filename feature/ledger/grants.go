package ledger

import "erba/platform/identity"

// Grants are the ledger's rows of the matrix. A rep sees the revenue of the
// accounts he works on, and neither what it costs nor who is late to pay.
var Grants = identity.Grants{
	"ledger:read": revenue,
	"margin:read": {"key_account_manager": "OT", "sales_manager": "S", "director": "A", "finance": "A",
		"operations": "A", "operator": "A"},
	"invoice:read": {"key_account_manager": "OT", "sales_manager": "S", "director": "A", "finance": "A",
		"operations": "A", "operator": "A"},
	"batch:read": {"sales_manager": "S", "director": "A", "finance": "A", "operations": "A", "operator": "A"},
	"batch:undo": {"finance": "A", "operations": "A", "operator": "A"},
	"rate:read":  {"sales_manager": "A", "director": "A", "finance": "A", "operations": "A", "operator": "A"},
	"rate:write": {"finance": "A", "operations": "A", "operator": "A"},
}

var revenue = map[string]string{"rep": "OT", "key_account_manager": "OT", "sales_manager": "S", "director": "A", "finance": "A",
	"operations": "A", "operator": "A"}
