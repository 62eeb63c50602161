package receivable

import "erba/platform/identity"

// Grants are the rows of the matrix of receivables: whoever answers for an account
// reads what it owes; finance books. A rep sees the light of credit only. Who has the
// machine reads what its command line tells.
var Grants = identity.Grants{
	"receivable:read":   reading,
	"receivable:write":  {"finance": "A"},
	"receivable:export": {"key_account_manager": "OT", "sales_manager": "S", "director": "A", "finance": "A"},
}

var reading = map[string]string{"key_account_manager": "OT", "sales_manager": "S", "director": "A", "finance": "A", "operations": "A", "operator": "A"}

// Columns are the classes of receivable's columns: every amount is commercial.
var Columns = identity.Columns{
	"receivable_documents": {"C4": "party due_on amount original reference contract method matures_on recourse accepted note", "C1": "booked_by",
		"C0": "account_id kind number on_day currency", "own": "id turn pair_id reverses batch_id booked_at"},
	"receivable_allocations": {"C4": "amount note", "C1": "booked_by", "C0": "account_id", "own": "id from_id to_id reverses booked_at"},
}
