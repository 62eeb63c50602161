package feature

import (
	"time"

	"erba/platform/identity"
)

const day = 24 * time.Hour

// Caps are how many rows a role may take along, and bring in with one file: the
// two last rows of the design's table. A role that may do either and stands in
// neither list stops the program. Sales leaders, finance and operations bring
// in as many as there are; whoever has the command line has the database.
var Caps = identity.Limit(Matrix, identity.Caps{
	Export: map[string]identity.Cap{
		"rep":                 {Rows: 500, Within: day},
		"key_account_manager": {Rows: 2_000, Within: day},
		"sales_manager":       {Rows: 10_000, Within: day},
		"director":            {Rows: 10_000, Within: time.Hour, Second: true},
		"finance":             {Rows: 10_000, Within: day},
		"operations":          {Rows: 10_000, Within: day},
		"privacy":             {Rows: 10_000, Within: day},
		"operator":            {Rows: identity.Any},
	},
	Import: map[string]identity.Cap{
		"rep":                 {Rows: 5_000},
		"key_account_manager": {Rows: 50_000},
		"sales_manager":       {Rows: identity.Any},
		"finance":             {Rows: identity.Any},
		"operations":          {Rows: identity.Any},
		"operator":            {Rows: identity.Any},
	},
})
