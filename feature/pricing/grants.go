package pricing

import "erba/platform/identity"

// Grants are the rows of the matrix of prices: lists are for whoever sells, agreed
// and special prices for who works on the customer. Floors are kept by the director
// and finance; whoever sees margins of a customer sees them there (margin:read).
var Grants = identity.Grants{
	"pricing:read":     {"rep": "A", "key_account_manager": "A", "sales_manager": "A", "director": "A", "finance": "A", "operations": "A"},
	"pricing:write":    {"director": "A", "finance": "A", "operations": "A"},
	"pricing:export":   {"sales_manager": "A", "director": "A", "operations": "A"},
	"framework:read":   {"rep": "OT", "key_account_manager": "OT", "sales_manager": "S", "director": "A", "finance": "A"},
	"framework:write":  {"sales_manager": "S", "director": "A"},
	"framework:export": {"key_account_manager": "OT", "sales_manager": "S", "director": "A"},
	"special:read":     {"rep": "OT", "key_account_manager": "OT", "sales_manager": "S", "director": "A", "finance": "A"},
	"special:ask":      {"rep": "OT", "key_account_manager": "OT", "sales_manager": "S"},
	"special:approve":  {"sales_manager": "S", "director": "A"},
	"special:below":    {"director": "A"},
	"special:export":   {"key_account_manager": "OT", "sales_manager": "S", "director": "A"},
	"floor:read":       {"director": "A", "finance": "A"},
	"floor:write":      {"director": "A", "finance": "A"},
	"floor:export":     {"director": "A"},
}

// Columns are the classes of pricing's columns: what is agreed, asked for and held
// back is commercial; a list is for everybody who sells.
var Columns = identity.Columns{
	"price_lists":      {"C0": "id name scope place from_on until_on note made_on", "C1": "by_id", "own": "version"},
	"price_entries":    {"C0": "list_id product_id list_price"},
	"framework_prices": {"C0": "id account_id product_id from_on until_on made_on", "C1": "by_id", "C4": "agreed_price basis", "own": "told version"},
	"price_floors":     {"C0": "product_id from_on made_on", "C1": "by_id", "C4": "floor_price unit_cost"},
	"special_prices": {"C0": "id opportunity_id product_id from_on until_on state made_on", "C1": "by_id", "C4": "quantity wanted_price known_price reason",
		"own": "approval_id version"},
}
