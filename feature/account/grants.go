package account

import "erba/platform/identity"

// Grants are account's rows of the matrix.
var Grants = identity.Grants{
	"account:read":   {"rep", "key_account_manager", "sales_manager", "director", "finance", "service", "operations"},
	"account:write":  {"rep", "key_account_manager", "sales_manager", "director", "operations"},
	"account:export": {"rep", "key_account_manager", "sales_manager", "director", "finance", "operations"},
	"account:merge":  {"sales_manager", "operations"},
	"account:spend":  {"sales_manager", "operations"},
	"account:assign": {"sales_manager", "director", "operations"},
}
