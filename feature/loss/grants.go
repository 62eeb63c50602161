package loss

import "erba/platform/identity"

// Grants are the rows of the matrix of loss-making accounts: who is told margins
// is told where there are none, and who leads decides what becomes of it.
var Grants = identity.Grants{
	"loss:read":   {"key_account_manager": "OT", "sales_manager": "S", "director": "A", "finance": "A", "operations": "A", "operator": "A"},
	"loss:decide": {"sales_manager": "S", "director": "A"},
	"loss:export": {"key_account_manager": "OT", "sales_manager": "S", "director": "A", "operator": "A"},
}

// Columns are the classes of loss's columns.
var Columns = identity.Columns{
	"loss_decisions": {"C4": "handling class steps reason contribution", "C1": "by_id by_name", "C0": "id account_id decided_on"},
}
