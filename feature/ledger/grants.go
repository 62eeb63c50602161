package ledger

import "erba/platform/identity"

// Grants are the ledger's rows of the matrix. Service sees no revenue.
var Grants = identity.Grants{
	"ledger:read":  {"rep", "key_account_manager", "sales_manager", "director", "finance", "operations"},
	"invoice:read": {"rep", "key_account_manager", "sales_manager", "director", "finance", "operations"},
	"batch:read":   {"sales_manager", "director", "finance", "operations"},
	"batch:undo":   {"finance", "operations"},
	"rate:read":    {"sales_manager", "director", "finance", "operations"},
	"rate:write":   {"finance", "operations"},
}
