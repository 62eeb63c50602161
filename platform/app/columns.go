package app

import "erba/platform/identity"

// Columns are the classes of the platform's own tables.
var Columns = identity.Columns{
	"users": {"C1": "login name", "secret": "password", "own": "id one_time roles language boss_id active era version owner_id"},

	"reports":      {"own": "manager_id user_id"},
	"row_members":  {"C0": "row_id user_id owner team_role from_on until_on"},
	"row_shares":   {"C0": "row_id user_id from_on until_on granted_by", "C4": "reason"},
	"row_places":   {"C0": "row_id region closed"},
	"row_flags":    {"C0": "row_id flag"},
	"delegations":  {"C1": "user_id stand_in_id from_on until_on set_by"},
	"user_regions": {"own": "user_id region"},

	"sessions":       {"secret": "token data", "own": "expires"},
	"sign_ins":       {"C1": "device origin", "own": "id user_id era since seen proved"},
	"sign_in_tries":  {"secret": "who", "own": "id at"},
	"set_up":         {"secret": "token", "own": "id"},
	"second_factors": {"secret": "secret", "own": "id since step"},
	"recovery_codes": {"secret": "code", "own": "user_id"},
	"api_tokens":     {"secret": "word", "own": "id user_id name grants made_at expires_at used_at"},
	"links":          {"C1": "subject name", "own": "issuer user_id at"},
	"sign_outs":      {"secret": "id", "own": "expires"},
	"replies":        {"C4": "body", "own": "user_id name request status header at"},

	"audit":           {"C4": "detail", "C1": "actor", "own": "id log seq at verb object object_id account_id salt digest sealed_at hash"},
	"audit_chains":    {"own": "log seq hash cut_seq cut_hash"},
	"audit_retention": {"own": "id security access version"},

	"jobs": {"C4": "args kept result fault", "C1": "operator", "own": "id kind state user_id grant_name done total tries cancel due_at beat_at " +
		"created_at started_at ended_at"},

	"vault_keys": {"secret": "proof", "own": "id made_at"},
	"vault_turn": {"own": "id turn"},
}
