package kpi

import "erba/platform/identity"

// Grants are the rows of the matrix of indicators. How customers behave is the
// business of those who work with them; finance is told the figures of money.
var Grants = identity.Grants{
	"indicator:read":      {"rep": "OT", "key_account_manager": "OT", "sales_manager": "S", "director": "A", "finance": "A", "operations": "A"},
	"indicator:customers": {"rep": "OT", "key_account_manager": "OT", "sales_manager": "S", "director": "A", "operations": "A"},
	"indicator:target":    {"director": "A"},
	"indicator:input":     {"director": "A", "finance": "A"},
	"indicator:export":    {"key_account_manager": "OT", "sales_manager": "S", "director": "A", "operations": "A"},
}

// Columns are the classes of kpi's columns: what is aimed at and spent is commercial.
var Columns = identity.Columns{
	"indicator_targets": {"C4": "target", "C1": "owner_id by_id", "C0": "name set_on", "own": "version"},
	"indicator_inputs":  {"C4": "amount_minor source", "C1": "by_id back_id", "C0": "id kind month_on entered_on back_on"},
}
