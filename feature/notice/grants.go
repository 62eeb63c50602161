package notice

import "erba/platform/identity"

// Grants are the rows of the matrix of notices: there are none, for everybody
// reads his own, and of accounts only those that he sees.
var Grants = identity.Grants{}

// Columns are the classes of the columns of notices.
var Columns = identity.Columns{
	"notices":       {"C1": "user_id kind args path made_at read_at due_at mailed_at tries", "C0": "account_id", "own": "id"},
	"notice_wishes": {"C1": "user_id mail confirmed zone quiet_from quiet_until digest_at weekend", "secret": "code code_at wrong", "own": "version"},
	"notice_ways":   {"C1": "user_id kind way"},
}
