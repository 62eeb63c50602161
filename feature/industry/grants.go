package industry

import "erba/platform/identity"

// Grants are industry's rows of the matrix. What is said of an industry is no
// judgement of an account, so whoever leads accounts may say it; the dictionary
// belongs to those who keep the data.
var Grants = identity.Grants{
	"industry:read": {"rep": "OT", "key_account_manager": "OT", "sales_manager": "S", "director": "A", "finance": "A",
		"operations": "A", "operator": "A"},
	"industry:write":  {"director": "A", "operations": "A", "operator": "A"},
	"industry:rate":   {"key_account_manager": "A", "sales_manager": "A", "director": "A", "operator": "A"},
	"industry:export": {"rep": "O", "key_account_manager": "OT", "sales_manager": "S", "director": "A", "operator": "A"},
}

// Columns are the classes of industry's columns. What industries there are is no
// secret; what we think of them is.
var Columns = identity.Columns{
	"industries":     {"C0": "id code name english league central mode department note", "own": "changed_at version"},
	"industry_words": {"C0": "word industry_id"},
	"industry_answers": {"C4": "value evidence", "C1": "author_id author", "C0": "id industry_id criterion rated_on expires_on",
		"own": "version latest"},
}
