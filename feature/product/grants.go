package product

import "erba/platform/identity"

// Grants are product's rows of the matrix.
var Grants = identity.Grants{
	"product:read": {"rep": "A", "key_account_manager": "A", "sales_manager": "A", "director": "A", "finance": "A",
		"service": "A", "operations": "A", "operator": "A"},
	"product:write": {"operations": "A", "director": "A", "operator": "A"},
}

// Columns are the classes of product's columns.
var Columns = identity.Columns{
	"products":      {"C4": "cost", "C0": "id code name sort_key line unit list_price", "own": "version"},
	"product_words": {"C0": "id words"},
}
