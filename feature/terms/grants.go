package terms

import "erba/platform/identity"

// Grants are the rows of the matrix of payment terms: whoever works on an account
// or for it reads when it pays; finance writes down what was agreed.
var Grants = identity.Grants{
	"terms:read":   {"rep": "OT", "key_account_manager": "OT", "sales_manager": "S", "director": "A", "finance": "A", "operations": "A"},
	"terms:write":  {"finance": "A"},
	"terms:export": {"key_account_manager": "OT", "sales_manager": "S", "director": "A", "finance": "A"},
	"dayoff:read":  {"rep": "A", "key_account_manager": "A", "sales_manager": "A", "director": "A", "finance": "A", "operations": "A"},
	"dayoff:write": {"finance": "A", "operations": "A"},
}

// Columns are the classes of terms's columns: what was agreed is commercial.
var Columns = identity.Columns{
	"payment_terms": {"C4": "contract agreed basis", "C1": "by_id", "C0": "id account_id since_on made_on", "own": "version"},
	"days_off":      {"C0": "on_day working name", "own": "set_at"},
}
