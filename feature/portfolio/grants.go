package portfolio

import "erba/platform/identity"

// Grants are portfolio's rows of the matrix.
var Grants = identity.Grants{
	"portfolio:read":      {"rep", "key_account_manager", "sales_manager", "director", "finance", "operations"},
	"portfolio:export":    {"rep", "key_account_manager", "sales_manager", "director"},
	"portfolio:evaluate":  {"sales_manager", "director", "operations"},
	"portfolio:estimate":  {"rep", "key_account_manager", "sales_manager", "director"},
	"portfolio:nominate":  {"key_account_manager", "sales_manager", "director"},
	"portfolio:approve":   {"director"},
	"portfolio:configure": {"director", "admin"},
}
