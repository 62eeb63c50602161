package ledger

import "erba/platform/identity"

// Grants are the ledger's rows of the matrix. A rep sees the revenue of the
// accounts he works on, and neither what it costs nor who is late to pay.
var Grants = identity.Grants{
	"ledger:read":  revenue,
	"revenue:read": revenue,
	"margin:read": {"key_account_manager": "OT", "sales_manager": "S", "director": "A", "finance": "A",
		"operations": "A", "operator": "A"},
	"invoice:read": {"key_account_manager": "OT", "sales_manager": "S", "director": "A", "finance": "A",
		"operations": "A", "operator": "A"},
	// Money that came in makes room for orders: who sells does not bring it.
	"invoice:write": {"finance": "A", "operations": "A", "operator": "A"},
	"batch:read":    {"sales_manager": "S", "director": "A", "finance": "A", "operations": "A", "operator": "A"},
	"batch:undo":    {"finance": "A", "operations": "A", "operator": "A"},
	"rate:read":     {"sales_manager": "A", "director": "A", "finance": "A", "operations": "A", "operator": "A"},
	"rate:write":    {"finance": "A", "operations": "A", "operator": "A"},
}

var revenue = map[string]string{"rep": "OT", "key_account_manager": "OT", "sales_manager": "S", "director": "A", "finance": "A",
	"operations": "A", "operator": "A"}

// Columns are the classes of the ledger's columns: every amount is commercial.
var Columns = identity.Columns{
	"order_lines": {"C4": "quantity price amount tax cost original", "C0": "account_id order_no line_no product ordered_on currency end_account " +
		"ship_to company", "own": "id batch_id ended_by occurrence"},
	"invoices":    {"C4": "due_on settled_on amount original", "C0": "account_id number issued_on currency", "own": "id batch_id ended_by occurrence"},
	"receipts":    {"C4": "received_on amount original party method matures_on recourse accepted", "C0": "account_id number invoice_no currency", "own": "id batch_id ended_by occurrence"},
	"costs":       {"C4": "kind person hours amount note original", "C0": "account_id number spent_on month currency", "own": "id batch_id ended_by occurrence"},
	"cost_months": {"C4": "kind person hours amount entries", "C0": "account_id month", "own": "revision"},
	"account_months": {"C4": "sales returns cost returns_cost uncosted lines orders first_day last_day carried", "C0": "account_id month",
		"own": "revision"},
	"carried_orders":   {"own": "account_id month revision order_key counts"},
	"moved_rows":       {"own": "account_id merge_id kind id old_occurrence"},
	"batches":          {"C1": "booked_by", "own": "id source kind file state inserted updated duplicates reversed revision created_at published_at undoes"},
	"batch_accounts":   {"own": "batch_id account_id"},
	"ledger_revisions": {"own": "revision batch_id"},
	"ledger_state":     {"own": "id currency revision publisher beat_at"},
	"rates":            {"C0": "currency since rate"},
}
