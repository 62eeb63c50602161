package forecast

import "erba/platform/identity"

// Grants are the rows of the matrix of forecasts: everybody of sales forecasts by
// the deals that he sees.
var Grants = identity.Grants{
	"forecast:read":   {"rep": "OT", "key_account_manager": "OT", "sales_manager": "S", "director": "A"},
	"forecast:export": {"key_account_manager": "OT", "sales_manager": "S", "director": "A"},
}

// Columns are the classes of forecast's columns.
var Columns = identity.Columns{
	"forecast_deals": {"C4": "percent category amount_minor", "C1": "owner_id", "C0": "taken_on opportunity_id process stage expected_on"},
}
