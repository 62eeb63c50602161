package method

import "erba/platform/identity"

// Grants are method's rows of the matrix. How accounts are judged is no secret
// of the house; who sees what a draft does to accounts sees only his own.
var Grants = identity.Grants{
	"method:read": {"rep": "A", "key_account_manager": "A", "sales_manager": "A", "director": "A", "finance": "A",
		"service": "A", "operations": "A", "admin": "A", "operator": "A"},
	"method:draft":    {"sales_manager": "A", "director": "A", "operations": "A", "admin": "A"},
	"method:simulate": {"sales_manager": "S", "director": "A", "operations": "A", "operator": "A"},
	"method:propose":  {"sales_manager": "A", "director": "A", "operations": "A"},
	"method:approve":  {"director": "A"},
}

// Columns are the classes of method's columns.
var Columns = identity.Columns{
	"method_settings": {"C0": "id model version config effective_on decided_on", "C4": "reason", "C1": "author_id author approver_id approver"},
	"method_drafts":   {"C0": "id model base config", "C1": "author_id author", "own": "saved_at version"},
}
