package review

import "erba/platform/identity"

// Grants are the rows of the matrix of monthly reviews: everybody reads his own and
// says what he thinks of it; whoever leads him reads those of his line and signs them.
var Grants = identity.Grants{
	"review:read":   {"rep": "O", "key_account_manager": "O", "sales_manager": "S", "director": "A"},
	"review:own":    {"rep": "O", "key_account_manager": "O"},
	"review:sign":   {"sales_manager": "S", "director": "A"},
	"review:export": {"sales_manager": "S", "director": "A"},
}

// Columns are the classes of review's columns: how somebody works is his and his leader's.
var Columns = identity.Columns{
	"reviews": {"C2": "comment verdict figures", "C1": "user_id signed_by", "C0": "id month_on signed_on", "own": "version"},
}
