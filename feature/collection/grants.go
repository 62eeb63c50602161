package collection

import "erba/platform/identity"

// Grants are the rows of the matrix of collection: whoever answers for an account
// reads, writes down what its people say and asks; finance writes off with the
// consent of a director.
var Grants = identity.Grants{
	"collection:read":     {"key_account_manager": "OT", "sales_manager": "S", "director": "A", "finance": "A", "operations": "A"},
	"collection:write":    {"key_account_manager": "OT", "finance": "A"},
	"collection:dun":      {"finance": "A"},
	"collection:writeoff": {"finance": "A"},
	"collection:approve":  {"director": "A"},
	"collection:export":   {"key_account_manager": "OT", "sales_manager": "S", "director": "A", "finance": "A"},
}

// Columns are the classes of collection's columns: what is owed is commercial, and
// so is what was said about it.
var Columns = identity.Columns{
	"disputes": {"C4": "number reason amount says result", "C1": "owner_id by_id", "C0": "id account_id state opened_on due_on settled_on", "own": "version"},
	"payment_promises": {"C4": "number amount says", "C1": "who by_id", "C0": "id account_id promised_on due_on withdrawn_on",
		"own": "told version"},
	"write_offs": {"C4": "number amount reason", "C1": "by_id", "C0": "id account_id state made_on", "own": "approval_id document_id version"},
	"dunnings": {"C4": "number title body says amount", "C1": "recipient by_id", "C0": "id account_id does channel language state made_on",
		"own": "fault tries sent_at version"},
	"agreed_steps":   {"C4": "contract steps", "C1": "by_id", "C0": "id account_id made_on", "own": "version"},
	"delivery_stops": {"C4": "number reason lifting", "C1": "lifted_by by_id", "C0": "id account_id since_on lifted_on", "own": "version"},
}
