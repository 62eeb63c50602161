package privacy

import "erba/platform/identity"

// Grants are privacy's rows of the matrix: one role's alone, and no other grant
// of that role opens anything of the business.
var Grants = identity.Grants{
	"privacy:read":   {"privacy": "A"},
	"privacy:handle": {"privacy": "A"},
	"privacy:pack":   {"privacy": "A"},
	"privacy:erase":  {"privacy": "A"},
}

// Columns are the classes of privacy's columns.
var Columns = identity.Columns{
	"privacy_requests": {"C2": "sealed channel answer label", "C1": "handler", "own": "id kind state received_on due_on records closed_at version"},
	"privacy_erasures": {"C1": "actor", "own": "id request_id records erased_at"},
	"privacy_marks":    {"secret": "hash", "own": "erasure_id"},
	"privacy_exports":  {"C1": "actor user_id recipient purpose", "own": "id at route file rows_taken permit_id version"},
	"privacy_settings": {"own": "id company officer reach version"},
}
