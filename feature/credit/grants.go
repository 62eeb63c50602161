package credit

import "erba/platform/identity"

// Grants are the rows of the matrix of credit: everybody who works on a customer
// sees a light; what is owed and may be owed is for those who answer for the money.
var Grants = identity.Grants{
	"credit:light":   {"rep": "OT", "key_account_manager": "OT", "sales_manager": "S", "director": "A", "finance": "A", "service": "F", "operations": "A"},
	"credit:read":    {"key_account_manager": "OT", "sales_manager": "S", "director": "A", "finance": "A", "operations": "A"},
	"credit:export":  {"key_account_manager": "OT", "sales_manager": "S", "director": "A", "finance": "A"},
	"credit:request": {"rep": "OT", "key_account_manager": "OT", "finance": "A", "operator": "A"},
	"credit:write":   {"finance": "A"},
	"credit:approve": {"sales_manager": "S", "director": "A", "finance": "A"},
	"credit:above":   {"director": "A"},
}

// Columns are the classes of credit's columns: what a customer may owe, and how he
// is judged, is commercial.
var Columns = identity.Columns{
	"credit_judgements": {"C0": "id account_id part judged_on stale_on", "C1": "by_id", "C4": "value source document evidence"},
	"credit_grades": {"C0": "id account_id given_on review_on", "C1": "by_id",
		"C4": "grade rule score finance reputation payment other days_late claims worst"},
	"credit_limits": {"C0": "id account_id kind from_on until_on state made_on", "C1": "by_id", "C4": "amount before decision basis reason", "own": "approval_id version"},
	"credit_orders": {"C0": "id account_id number ordered_on state checked_at", "C1": "by_id",
		"C4": "amount delivered original currency reasons excess exposure whole_limit worst reason", "own": "approval_id version"},
}
